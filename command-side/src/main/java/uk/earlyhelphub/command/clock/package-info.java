/** The clocks that the law and the Hub's own standards set. */
@NullMarked
package uk.earlyhelphub.command.clock;

import org.jspecify.annotations.NullMarked;
