/** The queue of a team. */
@NullMarked
package uk.earlyhelphub.api.worklist;

import org.jspecify.annotations.NullMarked;
