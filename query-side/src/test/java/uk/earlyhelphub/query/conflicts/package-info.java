@NullMarked
package uk.earlyhelphub.query.conflicts;

import org.jspecify.annotations.NullMarked;
