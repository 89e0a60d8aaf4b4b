@NullMarked
package uk.earlyhelphub.query.proof;

import org.jspecify.annotations.NullMarked;
