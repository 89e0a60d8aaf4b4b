package uk.earlyhelphub.standalone.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import uk.earlyhelphub.api.ApiVersions;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;
import uk.earlyhelphub.api.described.Answers;
import uk.earlyhelphub.api.described.AtAVersion;
import uk.earlyhelphub.api.described.ForWhom;
import uk.earlyhelphub.api.described.InPages;

/** Says of each operation for whom it is, which headers it honours, how it answers, and which problems it gives. */
final class DescribedOperations implements OperationCustomizer {
    private static final String JSON = "application/json";
    private static final int[] OK = {200};
    private static final SortedSet<String> NONE = Collections.emptySortedSet();

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        var method = endpoint.getMethod();
        forWhom(operation, AnnotatedElementUtils.findMergedAnnotation(method, ForWhom.class));
        headers(operation, endpoint);
        answers(operation, AnnotatedElementUtils.findMergedAnnotation(method, Answers.class));
        looks(operation.getResponses().get("200"), method);
        operation.getResponses().putAll(problems(endpoint));
        return operation;
    }

    private static void forWhom(Operation operation, @Nullable ForWhom whom) {
        if (whom != null) {
            var already = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
            operation.setDescription(already + "For whom: " + whom.value());
            operation.addExtension("x-for-whom", whom.value());
        }
    }

    private static void headers(Operation operation, HandlerMethod endpoint) {
        var honoured = ProblemsOf.takes(endpoint, CommandHeaders.class)
                ? Stream.of(
                        CommandHeaders.IDEMPOTENCY_KEY,
                        CommandHeaders.IF_MATCH,
                        CommandHeaders.CORRELATION_ID,
                        ApiVersions.HEADER)
                : ProblemsOf.takes(endpoint, KeyHeaders.class)
                        ? Stream.of(CommandHeaders.IDEMPOTENCY_KEY, CommandHeaders.CORRELATION_ID, ApiVersions.HEADER)
                        : Stream.of(ApiVersions.HEADER);
        honoured.forEach(name -> operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + name)));
    }

    /** What the return type says stands under 200; it belongs to the status that the operation answers with. */
    private static void answers(Operation operation, @Nullable Answers answers) {
        var said = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        var usual = said.remove("200");
        var all = new ApiResponses();
        for (var status : answers == null ? OK : answers.value()) {
            all.addApiResponse(Integer.toString(status), answer(status, usual, answers));
        }
        said.forEach(all::addApiResponse);
        operation.setResponses(all);
    }

    private static void looks(@Nullable ApiResponse answer, Method method) {
        if (answer != null && AnnotatedElementUtils.hasAnnotation(method, AtAVersion.class)) {
            answer.addHeaderObject("ETag", header("The version of the record; left out of the past."));
        }
        if (answer != null && AnnotatedElementUtils.hasAnnotation(method, InPages.class)) {
            answer.addHeaderObject("Link", header("Leads to the next page (rel=\"next\"), if there is one."));
        }
    }

    private static ApiResponse answer(int status, @Nullable ApiResponse usual, @Nullable Answers answers) {
        var answer = new ApiResponse().description(words(status, usual));
        if (usual != null && usual.getContent() != null) {
            var content = new Content();
            usual.getContent().forEach((type, body) -> content.addMediaType(type.equals("*/*") ? JSON : type, body));
            answer.content(content);
        }
        if (answers != null && (status == 201 || status == 202)) {
            for (var name : answers.headers()) {
                answer.addHeaderObject(name, header(meaning(name)));
            }
        }
        return answer;
    }

    private static String meaning(String header) {
        return switch (header) {
            case "Location" -> "Where to read it, at that version or a later one.";
            case "ETag" -> "The version that it led to.";
            default -> throw new IllegalStateException("Nobody says what " + header + " means");
        };
    }

    private static String words(int status, @Nullable ApiResponse usual) {
        return switch (status) {
            case 201 -> "Made.";
            case 202 -> "Done.";
            case 204 -> "Done; there is nothing to say.";
            default ->
                usual == null
                                || usual.getDescription() == null
                                || usual.getDescription().equals("OK")
                        ? "As asked."
                        : usual.getDescription();
        };
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static ApiResponses problems(HandlerMethod endpoint) {
        var responses = new ApiResponses();
        var own = ProblemsOf.own(endpoint);
        ProblemsOf.endpoint(endpoint)
                .forEach((status, codes) -> responses.addApiResponse(
                        Integer.toString(status),
                        SharedParts.isShared(status, codes)
                                ? new ApiResponse().$ref("#/components/responses/" + SharedParts.name(status))
                                : SharedParts.problem(status, codes, own.getOrDefault(status, NONE))));
        return responses;
    }
}
