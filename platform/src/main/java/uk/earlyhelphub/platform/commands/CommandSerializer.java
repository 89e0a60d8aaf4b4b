package uk.earlyhelphub.platform.commands;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;

/** How commands and their answers are written when they travel between processes. */
public final class CommandSerializer {
    private CommandSerializer() {}

    /** Strict JSON, as events are written; no type is ever taken from inside the text. */
    public static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(Include.NON_NULL)))
                .build();
    }
}
