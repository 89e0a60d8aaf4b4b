package uk.earlyhelphub.platform.web;

import java.util.List;

/**
 * Addresses of a room that anybody may ask for, signed in or not; given as a bean.
 *
 * @param paths as Spring matches them
 */
public record OpenAddresses(List<String> paths) {
    public OpenAddresses {
        paths = List.copyOf(paths);
    }
}
