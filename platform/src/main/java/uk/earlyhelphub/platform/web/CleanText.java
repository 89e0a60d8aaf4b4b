package uk.earlyhelphub.platform.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Reads any text that people can write, byte for byte, and refuses the two kinds that no store keeps faithfully: the NUL
 * character, and half of a surrogate pair. A number, or yes or no, is no text.
 */
final class CleanText extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(String.class, "not a text");
        }
        var text = super.deserialize(parser, context);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                throw context.weirdStringException("", String.class, "it has a NUL character");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw context.weirdStringException("", String.class, "it has half of a surrogate pair");
            }
        }
        return text;
    }
}
