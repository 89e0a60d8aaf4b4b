package uk.earlyhelphub.standalone;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.web.Caller;

/** How the API describes itself. The caller comes from the token and is no parameter. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final Map<String, String> WHEN = Map.of(
            "400", "The request breaks a rule; errors names the fields.",
            "401", "Nobody is signed in.",
            "404", "There is nothing here for this reader, whether or not it exists.",
            "409", "It does not fit how things stand, or was refused on record.",
            "412", "The record has moved on since the version in If-Match.",
            "415", "The body is not JSON.",
            "422", "This Idempotency-Key was used for another request.",
            "503", "It cannot be done safely just now; send it again.");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Early Help Hub")
                        .version("1")
                        .description(
                                "Every command takes an Idempotency-Key, and an If-Match with the ETag of an earlier answer. What goes wrong is answered as RFC 9457 problems.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSchemas("Reply", reply())
                        .addSchemas("Problem", problem())
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** What the endpoints have in common: headers of a command, its answer, and the problems. */
    @Bean
    OpenApiCustomizer whatAllHaveInCommon() {
        return api -> api.getPaths().forEach((path, item) -> {
            if (item.getPost() != null) {
                if (!path.equals("/api/person-searches")) {
                    command(item.getPost());
                }
                problems(item.getPost(), "409", "412", "415", "422");
            }
            if (item.getGet() != null) {
                problems(item.getGet());
            }
        });
    }

    private static void command(Operation operation) {
        operation.addParametersItem(header(
                "Idempotency-Key",
                "8 to 100 letters, digits, dots, dashes, underscores or tildes; one key has one effect."));
        operation.addParametersItem(
                header("If-Match", "The ETag of an earlier answer: act only if the record is still at that version."));
        operation.addParametersItem(
                header("X-Correlation-Id", "The same through everything that one act sets in motion."));
        operation.getResponses().remove("200");
        operation
                .getResponses()
                .addApiResponse(
                        "2XX",
                        new ApiResponse()
                                .description("Done: 201 if something was made, else 202.")
                                .addHeaderObject("Location", text("Where to read it."))
                                .addHeaderObject("ETag", text("The version it led to."))
                                .content(content("application/json", "Reply")));
    }

    private static void problems(Operation operation, String... more) {
        Stream.concat(Stream.of("400", "401", "404", "503"), Stream.of(more))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                status,
                                new ApiResponse()
                                        .description(WHEN.getOrDefault(status, ""))
                                        .content(content("application/problem+json", "Problem"))));
    }

    private static Content content(String type, String schema) {
        return new Content()
                .addMediaType(type, new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schema)));
    }

    private static Parameter header(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(new StringSchema());
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static Schema<?> reply() {
        return new ObjectSchema()
                .addProperty("id", new StringSchema().description("What was made or changed."))
                .addProperty("version", new IntegerSchema().format("int64").description("The same as in ETag."));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457; the type leads to a page of help.")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("The rule; it never changes its name."))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("rule", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}
