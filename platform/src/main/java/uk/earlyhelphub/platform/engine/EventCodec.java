package uk.earlyhelphub.platform.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.EventTypes;
import uk.earlyhelphub.events.EventTypes.EventType;
import uk.earlyhelphub.events.kernel.HubEvent;

/**
 * Between an event and the readable JSON it is stored as. Only types of the catalogue are written or read; an older
 * revision is brought up to today's shape step by step. Nothing is decrypted here.
 */
public final class EventCodec {
    private static final TypeReference<Map<String, String>> ENVELOPE = new TypeReference<>() {};

    private final JsonMapper json;
    private final List<Upcaster> upcasters;
    private final Function<String, Optional<EventType>> types;

    /** Takes the upcasters in any order; each is found by the type and revision that it lifts. */
    public EventCodec(List<Upcaster> upcasters) {
        this(upcasters, EventTypes::named);
    }

    EventCodec(List<Upcaster> upcasters, Function<String, Optional<EventType>> types) {
        this.types = types;
        this.upcasters = List.copyOf(upcasters);
        this.json = mapper();
    }

    /** JSON as events and read models are written: no nulls, ISO dates, and strict when read. */
    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(50)
                                .build())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .changeDefaultPropertyInclusion(
                        i -> i.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                .build();
    }

    /** The stored form of an event. */
    public String write(HubEvent event) {
        return json.writeValueAsString(event);
    }

    /** The stored form of an envelope. */
    public String writeEnvelope(Map<String, ?> envelope) {
        return json.writeValueAsString(envelope);
    }

    /** The envelope as it was stored. */
    public Map<String, String> readEnvelope(String stored) {
        return json.readValue(stored, ENVELOPE);
    }

    /**
     * The event as it was stored, lifted to today's revision.
     *
     * @throws NewerEvent if this release knows no such type, or not yet this revision of it
     * @throws UnreadableEvent if the shape is wrong
     */
    public HubEvent read(String typeName, int revision, String stored) {
        var type = types.apply(typeName)
                .orElseThrow(() -> new NewerEvent(typeName, revision, "Unknown event type " + typeName));
        if (revision > type.revision()) {
            throw new NewerEvent(
                    typeName,
                    revision,
                    typeName + " revision " + revision + " is newer than this release knows (" + type.revision() + ")");
        }
        try {
            return revision == type.revision()
                    ? json.readValue(stored, type.javaType())
                    : json.treeToValue(lift(type, revision, (ObjectNode) json.readTree(stored)), type.javaType());
        } catch (RuntimeException e) {
            throw e instanceof UnreadableEvent unreadable
                    ? unreadable
                    : new UnreadableEvent(
                            typeName + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private ObjectNode lift(EventType type, int from, ObjectNode stored) {
        var tree = stored;
        for (int revision = from; revision < type.revision(); revision++) {
            var current = revision;
            tree = upcasters.stream()
                    .filter(u -> u.typeName().equals(type.name()) && u.fromRevision() == current)
                    .findFirst()
                    .orElseThrow(() ->
                            new UnreadableEvent("No upcaster lifts " + type.name() + " from revision " + current, null))
                    .lift(tree);
        }
        return tree;
    }

    /** Lifts the stored form of one event type from one revision to the next. A sealed field keeps its name for ever. */
    public interface Upcaster {
        String typeName();

        int fromRevision();

        ObjectNode lift(ObjectNode stored);
    }

    /** An event that this release cannot read: its case is held, others go on. The message holds no content. */
    public static class UnreadableEvent extends RuntimeException {
        UnreadableEvent(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * An event that this release does not know. If a later one does, nothing is wrong with it, and it waits for a process that can
     * read it; if none does, its case is held.
     */
    public static final class NewerEvent extends UnreadableEvent {
        private final String typeName;
        private final int revision;

        NewerEvent(String typeName, int revision, String message) {
            super(message, null);
            this.typeName = typeName;
            this.revision = revision;
        }

        String typeName() {
            return typeName;
        }

        int revision() {
            return revision;
        }

        /** The event that this release does not know, if a failure comes of one. */
        static Optional<NewerEvent> behind(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof NewerEvent newer) {
                    return Optional.of(newer);
                }
            }
            return Optional.empty();
        }
    }
}
