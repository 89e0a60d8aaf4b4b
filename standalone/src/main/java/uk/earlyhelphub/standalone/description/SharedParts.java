package uk.earlyhelphub.standalone.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import uk.earlyhelphub.api.ApiVersions;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.Problem;

/** What operations have in common stands once: headers, and the problems that any of them can give. Bodies get their examples. */
final class SharedParts implements OpenApiCustomizer {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final Map<Integer, String> WHEN = Map.ofEntries(
            Map.entry(400, "The request breaks a rule; errors names the fields"),
            Map.entry(401, "Nobody is signed in, or their access has ended"),
            Map.entry(403, "Not for this sender, who may know it"),
            Map.entry(404, "There is nothing here for this sender, whether or not it exists"),
            Map.entry(406, "The answer would be of a kind that the sender does not take"),
            Map.entry(408, "The request did not arrive whole in time"),
            Map.entry(409, "It does not fit how things stand, or was refused on record"),
            Map.entry(412, "The record has moved on since the version in If-Match"),
            Map.entry(413, "The body is too large"),
            Map.entry(415, "The body is not JSON"),
            Map.entry(422, "This Idempotency-Key was used for another request"),
            Map.entry(429, "Too much at once; Retry-After says when to ask again"),
            Map.entry(500, "A fault of the Hub"),
            Map.entry(503, "It cannot be done safely just now; Retry-After says when to ask again"));

    private final Examples examples = new Examples();

    @Override
    public void customise(OpenAPI api) {
        var components = api.getComponents();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        parameters().forEach(parameter -> components.addParameters(parameter.getName(), parameter));
        ProblemsOf.ALWAYS.forEach(
                (status, codes) -> components.addResponses(name(status), problem(status, codes, List.of())));
        examples.into(api);
        sortedByName(components);
    }

    /** Whether any operation can give just these problems with this status. */
    static boolean isShared(int status, Collection<String> codes) {
        return status != 400 && List.copyOf(codes).equals(ProblemsOf.ALWAYS.get(status));
    }

    static String name(int status) {
        return "Problem" + status;
    }

    /**
     * An answer with a problem.
     *
     * @param own those of the codes that are the operation's own
     */
    static ApiResponse problem(int status, Collection<String> codes, Collection<String> own) {
        var response = new ApiResponse()
                .description(WHEN.getOrDefault(status, "Not done") + ": "
                        + codes.stream().map(c -> "`" + c + "`").collect(Collectors.joining(", ")) + ".")
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                                        .example(
                                                example(status, codes.iterator().next()))));
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds to wait.").schema(new IntegerSchema()));
        }
        response.addExtension("x-problem-codes", List.copyOf(codes));
        if (!own.isEmpty()) {
            response.addExtension("x-own-problem-codes", List.copyOf(own));
        }
        return response;
    }

    private static Map<String, Object> example(int status, String code) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "/problems/" + code);
        problem.put("title", code.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", WHEN.getOrDefault(status, "Not done") + ".");
        problem.put("code", code);
        return problem;
    }

    private static List<Parameter> parameters() {
        return List.of(
                header(
                        CommandHeaders.IDEMPOTENCY_KEY,
                        "8 to 100 letters, digits, dots, dashes, underscores or tildes; one key has one effect.",
                        new StringSchema().pattern("[A-Za-z0-9._~-]{8,100}")),
                header(
                        CommandHeaders.IF_MATCH,
                        "The ETag of an earlier answer: act only if the record is still at that version.",
                        new StringSchema()),
                header(
                        CommandHeaders.CORRELATION_ID,
                        "A random UUID in lower case, the same through everything that one act sets in motion.",
                        new StringSchema().format("uuid")),
                header(
                        ApiVersions.HEADER,
                        "The version of the API that the sender was made for; without it, the first.",
                        new StringSchema()._default(ApiVersions.DEFAULT)));
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return new HeaderParameter()
                .name(name)
                .description(description)
                .required(false)
                .schema(schema);
    }

    private static void sortedByName(Components components) {
        components.setSchemas(new java.util.TreeMap<>(components.getSchemas()));
        components.setResponses(new java.util.TreeMap<>(components.getResponses()));
    }
}
