package uk.earlyhelphub.platform.web;

import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import uk.earlyhelphub.events.kernel.Bounds;
import uk.earlyhelphub.platform.commands.Refused;

/** Holds every form to the bounds of the contract before anybody looks into it, so that the field at fault can be named. */
@RestControllerAdvice
class BoundedBodies extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (body instanceof Record form) {
            Bounds.broken(form).ifPresent(fault -> {
                throw Refused.by(fault.rule(), fault.field(), fault.rule().says());
            });
        }
        return body;
    }
}
