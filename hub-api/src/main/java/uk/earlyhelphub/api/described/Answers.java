package uk.earlyhelphub.api.described;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** With which status an operation answers when it did what it was asked; 200 where this is missing. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    /** 201 if something new was made, 202 if a command was carried out on something that is there, 200 for a look. */
    int[] value();

    /** Which headers an answer with 201 or 202 has. */
    String[] headers() default {"Location", "ETag"};
}
