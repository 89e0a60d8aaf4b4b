package uk.earlyhelphub.personaldata;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.personaldata.Vault.SealBroken;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/**
 * Checks, without any key, that every sealed text stands in the event, the field and the command that it was sealed for. With
 * the vault's own check this makes a text that was moved show itself wherever it was moved to.
 */
public final class SealBinding {
    private static final JsonMapper JSON = EventCodec.mapper();

    private SealBinding() {}

    /** Throws {@link SealBroken} if a sealed text in the event was sealed for something else. */
    public static void check(RecordedEvent event) {
        check(event.payload(), String.valueOf(event.envelope().get(EnvelopeKeys.COMMAND_ID)));
    }

    /** The same for an event that is about to be stored. */
    public static void check(HubEvent event, String commandId) {
        var misplaced = new ArrayList<String>();
        walk(JSON.valueToTree(event), "", event.getClass().getSimpleName(), commandId, misplaced);
        if (!misplaced.isEmpty()) {
            throw new SealBroken("Sealed for something else: " + misplaced, null);
        }
    }

    private static void walk(JsonNode node, String field, String type, String commandId, List<String> misplaced) {
        if (node.isObject() && node.has("sealedFor")) {
            if (!node.get("sealedFor").asString().equals(type + '/' + field + '/' + commandId)) {
                misplaced.add(field);
            }
            return;
        }
        if (node.isObject()) {
            node.propertyStream().forEach(p -> walk(p.getValue(), p.getKey(), type, commandId, misplaced));
        } else {
            node.forEach(child -> walk(child, field, type, commandId, misplaced));
        }
    }
}
