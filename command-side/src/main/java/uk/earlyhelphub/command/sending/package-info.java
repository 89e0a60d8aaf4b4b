/** What every command endpoint shares: sealing what a form says, sending, and answering. */
@NullMarked
package uk.earlyhelphub.command.sending;

import org.jspecify.annotations.NullMarked;
