package uk.earlyhelphub.proof;

/** Makes text of strangers safe to show: what steers a terminal, or turns the direction of writing, is written out as its number. */
public final class Printable {
    private static final int MOST = 2000;

    private Printable() {}

    /** The text with control and format characters written as {@code \\u....}, and cut if it is very long. */
    public static String of(String text) {
        var safe = new StringBuilder(Math.min(text.length(), MOST) + 16);
        text.codePoints().limit(MOST).forEach(c -> {
            var type = Character.getType(c);
            if (Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR) {
                safe.append("\\u").append(String.format("%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return text.length() > MOST ? safe.append("...").toString() : safe.toString();
    }
}
