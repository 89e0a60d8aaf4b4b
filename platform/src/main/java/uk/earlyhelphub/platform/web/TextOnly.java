package uk.earlyhelphub.platform.web;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * Reads a day or a time from one spelling, the one that the description of the API gives; a list of numbers, or a day with a time
 * after it, is none.
 *
 * @param <T> what is read
 */
final class TextOnly<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Pattern spelling;
    private final Function<String, T> read;

    TextOnly(Class<T> type, String spelling, Function<String, T> read) {
        super(type);
        this.type = type;
        this.spelling = Pattern.compile(spelling);
        this.read = read;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(type, "not a text");
        }
        var text = parser.getString();
        if (!spelling.matcher(text).matches()) {
            throw context.weirdStringException("", type, "not spelt as described");
        }
        try {
            return read.apply(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException("", type, "no such day or time");
        }
    }
}
