/** Who looked. */
@NullMarked
package uk.earlyhelphub.events.recordaccess;

import org.jspecify.annotations.NullMarked;
