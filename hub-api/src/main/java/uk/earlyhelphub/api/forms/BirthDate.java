package uk.earlyhelphub.api.forms;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A day on which somebody living can have been born: from 1900 until today in London. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = BirthDate.Check.class)
public @interface BirthDate {
    String message() default "This cannot be a date of birth: it lies in the future, or before 1900.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check; its clock is the validation provider's, which the product sets to its own. */
    final class Check implements ConstraintValidator<BirthDate, LocalDate> {
        @Override
        public boolean isValid(@Nullable LocalDate typed, ConstraintValidatorContext context) {
            if (typed == null) {
                return true;
            }
            var clock = context.getClockProvider().getClock().withZone(ZoneId.of("Europe/London"));
            return typed.getYear() >= 1900 && !typed.isAfter(LocalDate.ofInstant(clock.instant(), clock.getZone()));
        }
    }
}
