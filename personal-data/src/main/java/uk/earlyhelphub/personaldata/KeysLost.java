package uk.earlyhelphub.personaldata;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * People's keys that were in the vault are there no more. No new key is made until they are back: one made for somebody who had
 * one would let nobody read what was recorded about them. The caller hears that it cannot be done just now (503).
 */
public final class KeysLost extends NonTransientDataAccessException {
    KeysLost() {
        super("People's keys that were in the vault are gone");
    }
}
