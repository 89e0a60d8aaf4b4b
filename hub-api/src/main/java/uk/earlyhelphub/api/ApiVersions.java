package uk.earlyhelphub.api;

import java.util.List;

/**
 * Versions of the API. {@code docs/api.md} says what is promised of them: within a version things are added, never taken away or
 * given another meaning.
 */
public final class ApiVersions {
    /** The request header that asks for a version. */
    public static final String HEADER = "API-Version";

    /** The version that is meant where a request names none. */
    public static final String DEFAULT = "1";

    /** Every version that is answered, the oldest first. */
    public static final List<String> SUPPORTED = List.of("1");

    private ApiVersions() {}
}
