package uk.earlyhelphub.api.described;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may use an operation, by role and by what ties them to the record, in words. For everybody else there is nothing there. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForWhom {
    /** One or two sentences. */
    String value();
}
