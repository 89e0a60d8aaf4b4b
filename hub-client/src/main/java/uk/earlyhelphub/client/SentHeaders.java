package uk.earlyhelphub.client;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.HttpServiceArgumentResolver;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;

/** Sends the headers of a command, or of a look that is an act. */
final class SentHeaders implements HttpServiceArgumentResolver {

    @Override
    public boolean resolve(@Nullable Object argument, MethodParameter parameter, HttpRequestValues.Builder request) {
        if (parameter.getParameterType().equals(KeyHeaders.class)) {
            if (argument instanceof KeyHeaders headers) {
                add(request, CommandHeaders.IDEMPOTENCY_KEY, headers.idempotencyKey());
                add(request, CommandHeaders.CORRELATION_ID, headers.correlationId());
            }
            return true;
        }
        if (!parameter.getParameterType().equals(CommandHeaders.class)) {
            return false;
        }
        if (argument instanceof CommandHeaders headers) {
            add(request, CommandHeaders.IDEMPOTENCY_KEY, headers.idempotencyKey());
            add(request, CommandHeaders.IF_MATCH, headers.ifMatch());
            add(request, CommandHeaders.CORRELATION_ID, headers.correlationId());
        }
        return true;
    }

    private static void add(HttpRequestValues.Builder request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
