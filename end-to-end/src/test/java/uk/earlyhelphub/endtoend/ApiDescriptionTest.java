package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.JSON;
import static uk.earlyhelphub.endtoend.RunningHub.get;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.kernel.Bounds;

/** The description of the API is generated, and kept beside the code; run with {@code -Dhub.regenerate=true} to renew it. */
class ApiDescriptionTest {
    private static final Path KEPT = Path.of("../docs/openapi.json");

    @Test
    void is_up_to_date() throws IOException {
        var served = (ObjectNode) get("omar", "/v3/api-docs").json();
        served.remove("servers");
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(KEPT, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n");
        }
        assertThat(served.get("openapi").asString()).startsWith("3.1");
        assertThat(JSON.readTree(Files.readString(KEPT))).isEqualTo(served);
    }

    /** N3: what a tool cannot resolve, nobody can make a client of. */
    @Test
    void can_be_read_by_the_tools_that_make_clients() throws IOException {
        var options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(Files.readString(KEPT), List.of(), options);
        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSizeGreaterThan(80);
        assertThat(read.getOpenAPI().getComponents().getSchemas()).containsKeys("Reply", "Problem", "FieldFault");
    }

    /** A5: what is answered as any tree at all, no client can be made for. */
    @Test
    void no_operation_takes_or_answers_an_untyped_tree() throws IOException {
        var untyped = new TreeSet<String>();
        var described = JSON.readTree(Files.readString(KEPT));
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> bodies(operation.getValue())
                                .filter(body -> isUntyped(described, body.path("schema")))
                                .forEach(body -> untyped.add(operation.getKey() + " " + path.getKey()))));
        assertThat(untyped).isEmpty();
    }

    /** Every address of the API is for somebody, and the description says for whom. */
    @Test
    void every_operation_says_for_whom_it_is() throws IOException {
        var silent = new TreeSet<String>();
        JSON.readTree(Files.readString(KEPT))
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getValue().has("x-for-whom")) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    private static Stream<JsonNode> bodies(JsonNode operation) {
        return Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.path("responses").valueStream())
                .flatMap(body -> body.path("content").valueStream());
    }

    /** Nothing is said of it, or only that it is an object, by itself or one after the other. */
    private static boolean isUntyped(JsonNode described, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return isUntyped(described, described.at(reference.substring(1)));
        }
        if (schema.path("type").asString("").equals("array")) {
            return isUntyped(described, schema.path("items"));
        }
        return schema.isMissingNode()
                || schema.path("type").asString("object").equals("object")
                        && !schema.has("properties")
                        && !schema.has("oneOf")
                        && !schema.has("allOf")
                        && !schema.has("anyOf");
    }

    /** The description names bodies by their simple name: two of one name would describe each other's fields. */
    @Test
    void no_two_forms_share_a_name() {
        var forms = RunningHub.CONTEXT
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .map(MethodParameter::getParameterType)
                .distinct()
                .toList();
        assertThat(forms).hasSizeGreaterThan(30);
        assertThat(forms.stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    /** What can be sent has bounds, and the description has the same: those of the field, or those of the contract. */
    @Test
    void says_how_large_everything_is_that_can_be_sent() {
        var schemas = get("omar", "/v3/api-docs").json().at("/components/schemas");
        var compared = new HashSet<String>();
        forms().forEach(form -> compare(form, schemas, compared));
        assertThat(compared).hasSizeGreaterThan(150);
    }

    private static void compare(Class<?> form, JsonNode schemas, Set<String> compared) {
        var schema = schemas.path(form.getSimpleName());
        assertThat(schema.isObject()).as(form.getSimpleName()).isTrue();
        for (var component : form.getRecordComponents()) {
            var name = form.getSimpleName() + "." + component.getName();
            if (!compared.add(name)) {
                continue;
            }
            var property = schema.at("/properties/" + component.getName());
            var size = component.getAccessor().getAnnotation(Size.class);
            var type = component.getType();
            if (type == String.class && !property.has("enum") && !property.has("pattern") && !property.has("format")) {
                assertThat(property.path("maxLength").asInt())
                        .as(name)
                        .isEqualTo(size == null || size.max() == Integer.MAX_VALUE ? Bounds.MOST_LETTERS : size.max());
            } else if (type == LocalDate.class) {
                var pattern = Pattern.compile(property.path("pattern").asString(""));
                assertThat(List.of(Bounds.EARLIEST, Bounds.LATEST))
                        .as(name)
                        .allMatch(day -> pattern.matcher(day.toString()).matches());
                assertThat(List.of(Bounds.EARLIEST.minusDays(1), Bounds.LATEST.plusDays(1)))
                        .as(name)
                        .noneMatch(day -> pattern.matcher(day.toString()).matches());
            } else if (type == List.class || type == Set.class) {
                assertThat(property.path("maxItems").asInt())
                        .as(name)
                        .isEqualTo(size == null || size.max() == Integer.MAX_VALUE ? Bounds.MOST_ENTRIES : size.max());
            } else if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
                var least = component.getAccessor().getAnnotation(Min.class);
                var most = component.getAccessor().getAnnotation(Max.class);
                assertThat(property.path("minimum").asLong())
                        .as(name)
                        .isEqualTo(least == null ? -Bounds.LARGEST : least.value());
                assertThat(property.path("maximum").asLong())
                        .as(name)
                        .isEqualTo(most == null ? Bounds.LARGEST : most.value());
            }
        }
    }

    private static List<Class<?>> forms() {
        return RunningHub.CONTEXT
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .filter(Class::isRecord)
                .distinct()
                .toList();
    }
}
