/** The clocks that the law and the Hub's own standards set. */
@NullMarked
package uk.earlyhelphub.model.calendar;

import org.jspecify.annotations.NullMarked;
