/** What every event is. */
@NullMarked
package uk.earlyhelphub.events.kernel;

import org.jspecify.annotations.NullMarked;
