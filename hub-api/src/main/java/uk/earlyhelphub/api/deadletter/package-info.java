/** Events that a read model could not take, and what is done about them. */
@NullMarked
package uk.earlyhelphub.api.deadletter;

import org.jspecify.annotations.NullMarked;
