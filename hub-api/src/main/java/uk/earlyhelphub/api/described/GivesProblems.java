package uk.earlyhelphub.api.described;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problem codes that are an operation's own, by kind of answer. What any operation of its shape can answer (nobody is signed
 * in, the body is no JSON, a stale version ...) is added to the description by itself.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface GivesProblems {
    /** 400: the request itself is wrong. */
    String[] invalid() default {};

    /** 403: not for this sender, who may know it. */
    String[] forbidden() default {};

    /** 404, besides {@code not-found}. */
    String[] unknown() default {};

    /** 409: it does not fit how things stand, or was refused on record. */
    String[] conflict() default {};

    /** 429: too often. */
    String[] tooOften() default {};

    /** 503: not now, besides {@code not-now}. */
    String[] notNow() default {};
}
