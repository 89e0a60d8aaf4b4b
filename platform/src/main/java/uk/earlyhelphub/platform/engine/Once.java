package uk.earlyhelphub.platform.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads something when it is first asked for, and keeps it. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> read;
    private @Nullable T value;

    Once(Supplier<T> read) {
        this.read = read;
    }

    @Override
    public T get() {
        var known = value;
        if (known == null) {
            known = read.get();
            value = known;
        }
        return known;
    }
}
