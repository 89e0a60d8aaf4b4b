package uk.earlyhelphub.standalone.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import uk.earlyhelphub.events.kernel.Bounds;

/**
 * Says of everything that can be sent how large and how far away it can be: what a field's own constraint does not say narrower, the
 * bounds say that hold for all of the contract. Answers are described by what was sent, and by nothing else.
 */
final class DescribedBounds implements OpenApiCustomizer {
    /** The years of {@link Bounds#EARLIEST} to {@link Bounds#LATEST}, which are whole centuries. */
    static final String A_DATE_WITHIN = "(19|20|21)\\d{2}-\\d{2}-\\d{2}";

    private static final String PARTS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var sent = new LinkedHashSet<String>();
        var answered = new LinkedHashSet<String>();
        api.getPaths().values().stream()
                .flatMap((PathItem path) -> path.readOperations().stream())
                .forEach(operation -> {
                    var body = operation.getRequestBody();
                    if (body != null) {
                        contents(body.getContent()).forEach(schema -> reach(schema, schemas, sent));
                    }
                    operation
                            .getResponses()
                            .values()
                            .forEach(response -> contents(response.getContent())
                                    .forEach(schema -> reach(schema, schemas, answered)));
                });
        sent.removeAll(answered);
        schemas.forEach((name, schema) -> {
            if (sent.contains(name)) {
                properties(schema).values().forEach(DescribedBounds::bound);
            }
        });
    }

    private static Stream<Schema<?>> contents(Content content) {
        return content == null
                ? Stream.empty()
                : content.values().stream().flatMap(media -> Stream.ofNullable((Schema<?>) media.getSchema()));
    }

    private static void reach(Schema<?> schema, Map<String, Schema> all, Set<String> reached) {
        var ref = schema.get$ref();
        if (ref != null && ref.startsWith(PARTS)) {
            var name = ref.substring(PARTS.length());
            if (reached.add(name) && all.containsKey(name)) {
                reach(all.get(name), all, reached);
            }
        }
        parts(schema).forEach(part -> reach(part, all, reached));
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        return Stream.of(
                        properties(schema).values().stream(),
                        Stream.ofNullable((Schema<?>) schema.getItems()),
                        Stream.ofNullable(schema.getOneOf())
                                .flatMap(all -> all.stream().map(s -> (Schema<?>) s)),
                        Stream.ofNullable(schema.getAllOf())
                                .flatMap(all -> all.stream().map(s -> (Schema<?>) s)))
                .flatMap(part -> part);
    }

    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        var properties = new HashMap<String, Schema<?>>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> properties.put(name, property));
        }
        return properties;
    }

    private static void bound(Schema<?> schema) {
        var types = schema.getTypes() == null ? Set.of() : schema.getTypes();
        if (types.contains("array") && schema.getMaxItems() == null) {
            schema.setMaxItems(Bounds.MOST_ENTRIES);
        }
        if (types.contains("integer")) {
            if (schema.getMinimum() == null) {
                schema.setMinimum(BigDecimal.valueOf(-Bounds.LARGEST));
            }
            if (schema.getMaximum() == null) {
                schema.setMaximum(BigDecimal.valueOf(Bounds.LARGEST));
            }
        }
        if (types.contains("string") && schema.getEnum() == null) {
            if ("date".equals(schema.getFormat()) && schema.getPattern() == null) {
                schema.setPattern("^" + A_DATE_WITHIN + "$");
            } else if (schema.getFormat() == null && schema.getPattern() == null && schema.getMaxLength() == null) {
                schema.setMaxLength(Bounds.MOST_LETTERS);
            }
        }
        if (schema.getItems() != null) {
            bound(schema.getItems());
        }
    }
}
