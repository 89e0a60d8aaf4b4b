package uk.earlyhelphub.api.forms;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A short code word such as {@code gp} or {@code attendance-rate}. Codes stand in events in the clear, so they have no room
 * for a sentence about somebody; whatever needs words goes into a field that is sealed.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = "[a-z][A-Za-z0-9-]{0,39}")
public @interface Code {
    String message() default
            "Use a code word of letters, digits and dashes that begins with a small letter, and put sentences into a text field.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
