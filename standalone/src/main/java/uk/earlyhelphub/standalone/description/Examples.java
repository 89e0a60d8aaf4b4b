package uk.earlyhelphub.standalone.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The example of a form or a view lies in {@code hub-api}, under {@code examples}, in a file with the name of its record. */
final class Examples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<String, Optional<Object>> read = new HashMap<>();

    /** Gives every body its example. */
    void into(OpenAPI api) {
        api.getPaths().values().forEach(path -> path.readOperations().forEach(this::into));
    }

    private void into(Operation operation) {
        if (operation.getRequestBody() != null) {
            into(operation.getRequestBody().getContent());
        }
        operation.getResponses().values().forEach(response -> into(response.getContent()));
    }

    private void into(@Nullable Content content) {
        if (content == null) {
            return;
        }
        content.values().stream()
                .filter(body -> body.getExample() == null && body.getSchema() != null)
                .forEach(body -> of(body.getSchema()).ifPresent(body::setExample));
    }

    private Optional<Object> of(Schema<?> schema) {
        return schema.getItems() == null
                ? ofName(schema.get$ref())
                : ofName(schema.getItems().get$ref()).map(List::of);
    }

    private Optional<Object> ofName(@Nullable String ref) {
        return ref == null
                ? Optional.empty()
                : read.computeIfAbsent(ref.substring(ref.lastIndexOf('/') + 1), Examples::read);
    }

    private static Optional<Object> read(String name) {
        try (var file = Examples.class.getResourceAsStream("/examples/" + name + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(
                            JSON.readValue(new String(file.readAllBytes(), StandardCharsets.UTF_8), Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
