/** When something happened or a day has come, then a command follows: the only senders besides endpoints, never replayed. */
@NullMarked
package uk.earlyhelphub.command.reactions;

import org.jspecify.annotations.NullMarked;
