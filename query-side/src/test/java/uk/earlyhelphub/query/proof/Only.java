package uk.earlyhelphub.query.proof;

import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/** Provides one thing. */
record Only<T>(T thing) implements ObjectProvider<T> {
    @Override
    public T getObject() {
        return thing;
    }

    @Override
    public Stream<T> stream() {
        return Stream.of(thing);
    }
}
