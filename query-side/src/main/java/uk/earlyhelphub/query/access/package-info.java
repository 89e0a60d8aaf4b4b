/** The one place where read models meet a reader: who may read, what is revealed, and that it was logged. */
@NullMarked
package uk.earlyhelphub.query.access;

import org.jspecify.annotations.NullMarked;
