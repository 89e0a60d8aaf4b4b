package uk.earlyhelphub.platform.commands;

import java.util.Set;
import uk.earlyhelphub.events.metadata.Role;

/**
 * A command that is sent to an address which is the same for everybody. That the address is there is no secret, so whoever may not
 * send it is told that it is not for their role, and not that there is nothing.
 */
public interface AtOneAddress {

    /** The roles that it is for. */
    Set<Role> roles();
}
