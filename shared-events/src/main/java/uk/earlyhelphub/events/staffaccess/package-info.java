/** Who may no longer use the Hub, whatever their identity provider still says. */
@NullMarked
package uk.earlyhelphub.events.staffaccess;

import org.jspecify.annotations.NullMarked;
