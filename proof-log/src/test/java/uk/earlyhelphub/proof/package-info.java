@NullMarked
package uk.earlyhelphub.proof;

import org.jspecify.annotations.NullMarked;
