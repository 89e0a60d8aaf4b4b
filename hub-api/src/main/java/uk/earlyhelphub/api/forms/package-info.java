/** What every form has in common: the bounds that the Hub holds its senders to. */
@NullMarked
package uk.earlyhelphub.api.forms;

import org.jspecify.annotations.NullMarked;
