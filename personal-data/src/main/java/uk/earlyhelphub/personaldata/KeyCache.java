package uk.earlyhelphub.personaldata;

import com.google.crypto.tink.Aead;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys used last, unwrapped; never more than it was told. */
final class KeyCache {
    private final Map<String, Aead> keys;

    KeyCache(int most) {
        keys = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Aead> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable Aead get(String person) {
        return keys.get(person);
    }

    synchronized void put(String person, Aead key) {
        keys.put(person, key);
    }

    synchronized void forget(String person) {
        keys.remove(person);
    }
}
