package uk.earlyhelphub.api.described;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every command about a family's case can be refused for. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@GivesProblems(
        forbidden = {"conflict-possible", "too-close"},
        conflict = {"interest-declared", "not-in-this-status", "person-erased"})
public @interface ActsOnACase {}
