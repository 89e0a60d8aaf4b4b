package uk.earlyhelphub.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.KeyHeaders;

/** Gives an operation the headers that it honours. Their shape was checked when the {@link Caller} was found out. */
final class CommandHeadersResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(CommandHeaders.class)
                || parameter.getParameterType().equals(KeyHeaders.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType().equals(KeyHeaders.class)) {
            return new KeyHeaders(
                    request.getHeader(CommandHeaders.IDEMPOTENCY_KEY),
                    request.getHeader(CommandHeaders.CORRELATION_ID));
        }
        return new CommandHeaders(
                request.getHeader(CommandHeaders.IDEMPOTENCY_KEY),
                request.getHeader(CommandHeaders.IF_MATCH),
                request.getHeader(CommandHeaders.CORRELATION_ID));
    }
}
