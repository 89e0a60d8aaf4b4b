package uk.earlyhelphub.api.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.Identifiers;

/** Checked as {@link Identifiers} says; nothing is no fault. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NhsNumber.Check.class)
public @interface NhsNumber {
    String message() default "This is not a valid NHS number: ten digits, of which the last checks the others.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    final class Check implements ConstraintValidator<NhsNumber, String> {
        @Override
        public boolean isValid(@Nullable String typed, ConstraintValidatorContext context) {
            return typed == null || Identifiers.isNhsNumber(typed);
        }
    }
}
