package uk.earlyhelphub.query.access;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.engine.EventCodec;

/**
 * Turns sealed read models into what a reader sees. Every reveal goes through here, and only with proof that the access is on
 * record.
 */
@Component
public class Reveal {
    private static final JsonMapper JSON = EventCodec.mapper();
    /** What stands in place of a text about a person who was erased. */
    public static final String ERASED = "[erased]";

    private final Vault vault;

    Reveal(Vault vault) {
        this.vault = vault;
    }

    /** One text. */
    public String text(LoggedAccess access, ProtectedText text) {
        return vault.reveal(access, text).orElse(ERASED);
    }

    /** A read model as JSON, with every sealed text revealed. */
    public JsonNode tree(LoggedAccess access, Object model) {
        return walk(JSON.valueToTree(model), text -> text(access, text));
    }

    /** A read model as JSON, with every sealed text shown as the function says. */
    public JsonNode tree(Object model, Function<ProtectedText, String> show) {
        return walk(JSON.valueToTree(model), show);
    }

    /** A read model as JSON, with every sealed text left out. */
    public JsonNode skeleton(Object model) {
        return walk(JSON.valueToTree(model), text -> "[sealed]");
    }

    private static JsonNode walk(JsonNode node, Function<ProtectedText, String> show) {
        if (node.isObject() && node.has("sealedFor")) {
            return StringNode.valueOf(show.apply(JSON.treeToValue(node, ProtectedText.class)));
        }
        if (node instanceof ObjectNode object) {
            var copy = JSON.createObjectNode();
            object.propertyStream().forEach(p -> copy.set(p.getKey(), walk(p.getValue(), show)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            var copy = JSON.createArrayNode();
            array.forEach(child -> copy.add(walk(child, show)));
            return copy;
        }
        return node;
    }
}
