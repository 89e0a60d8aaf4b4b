/** The event engine: an append-only store on PostgreSQL that no reader can be made to skip. */
@NullMarked
package uk.earlyhelphub.platform.engine;

import org.jspecify.annotations.NullMarked;
