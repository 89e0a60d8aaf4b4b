package uk.earlyhelphub.proof;

/** A log's name, which is also its key's name. */
final class LogName {
    private LogName() {}

    /** Throws {@link IllegalArgumentException} unless it is 1 to 200 printable ASCII characters without blank and plus. */
    static String require(String name) {
        if (name.isEmpty() || name.length() > 200 || !name.chars().allMatch(c -> c > ' ' && c < 127 && c != '+')) {
            throw new IllegalArgumentException(
                    "A log's name is printable ASCII without blank and plus, such as hub.example.gov.uk/history");
        }
        return name;
    }
}
