package uk.earlyhelphub.standalone.description;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import uk.earlyhelphub.api.FileContent;

/** Every operation of {@code hub-api}, and every type that goes over the wire. */
final class Contract {
    private Contract() {}

    /** The operations of every room. */
    static List<Method> operations() {
        return new ClassFileImporter()
                .importPackages("uk.earlyhelphub.api").stream()
                        .filter(JavaClass::isInterface)
                        .map(JavaClass::reflect)
                        .flatMap(room -> Arrays.stream(room.getDeclaredMethods()))
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
                        .toList();
    }

    /** The types that are the body of a request or of an answer. */
    static Set<Class<?>> bodies() {
        var bodies = new LinkedHashSet<Class<?>>();
        operations().forEach(operation -> {
            ours(operation.getGenericReturnType())
                    .filter(type -> type != FileContent.class)
                    .forEach(bodies::add);
            Arrays.stream(operation.getParameters())
                    .filter(p -> p.isAnnotationPresent(RequestBody.class))
                    .forEach(p -> ours(p.getParameterizedType()).forEach(bodies::add));
        });
        return bodies;
    }

    /** Those, and whatever they consist of. */
    static Set<Class<?>> types() {
        var all = new LinkedHashSet<Class<?>>();
        bodies().forEach(body -> collect(body, all));
        return all;
    }

    private static void collect(Class<?> type, Set<Class<?>> all) {
        if (!all.add(type)) {
            return;
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .flatMap(Contract::ours)
                    .forEach(part -> collect(part, all));
        }
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(kind -> collect(kind, all));
        }
    }

    private static Stream<Class<?>> ours(Type type) {
        return switch (type) {
            case ParameterizedType generic ->
                Stream.concat(
                        ours(generic.getRawType()),
                        Arrays.stream(generic.getActualTypeArguments()).flatMap(Contract::ours));
            case WildcardType any -> Arrays.stream(any.getUpperBounds()).flatMap(Contract::ours);
            case Class<?> plain when plain.getName().startsWith("uk.earlyhelphub.") -> Stream.of(plain);
            default -> Stream.of();
        };
    }
}
