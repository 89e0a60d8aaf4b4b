package uk.earlyhelphub.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** A fixed sample of each event, every field filled. For tests only: the product itself never builds events this way. */
final class Samples {
    private Samples() {}

    static Object of(Class<?> type) {
        return of((Type) type);
    }

    private static Object of(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(of(list.getActualTypeArguments()[0]));
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return "3f6d2c1e-0b4a-4c58-9d7e-6a1b2c3d4e5f";
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 11, 23);
        } else if (plain == LocalTime.class) {
            return LocalTime.of(9, 30);
        } else if (plain == boolean.class || plain == Boolean.class) {
            return true;
        } else if (plain == int.class || plain == Integer.class) {
            return 3;
        } else if (plain == long.class) {
            return 4L;
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        } else if (plain.isRecord()) {
            return record(plain);
        }
        throw new IllegalArgumentException("No sample of " + type);
    }

    private static Object record(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
            var values =
                    Arrays.stream(components).map(c -> of(c.getGenericType())).toArray();
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
