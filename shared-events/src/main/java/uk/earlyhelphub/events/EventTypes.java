package uk.earlyhelphub.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.operations.DeadLettersRetried;
import uk.earlyhelphub.events.operations.DeadLettersSetAside;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.personkey.PersonKeyEvent;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;

/**
 * The closed list of event types, by the names under which they are stored. A stored name outlives the Java class: rename
 * the class and keep the name. A type that is not listed here is never written and never read.
 */
public final class EventTypes {

    /**
     * One event type.
     *
     * @param name the stored name, {@code stream.EventName}
     * @param stream the stream it belongs to
     * @param revision the shape in which it is written today; older shapes are brought up to it when read
     * @param javaType the record that holds it
     */
    public record EventType(String name, String stream, int revision, Class<? extends HubEvent> javaType) {}

    private static final Map<String, EventType> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, EventType> BY_CLASS = new LinkedHashMap<>();

    /** Events that changed their shape; all others are written in their first. */
    private static final Map<Class<?>, Integer> RAISED = Map.of(
            RecordOpened.class, 2,
            ConsentWithdrawn.class, 2,
            InformationSupplied.class, 2,
            ReferralReceived.class, 2);

    /** Events whose class was renamed since; they are stored under the name that they had first. */
    private static final Map<Class<?>, String> FIRST_NAMES = Map.of(
            DeadLettersRetried.class, "ParkedEventsRetried",
            DeadLettersSetAside.class, "ParkedEventsSetAside");

    static {
        register("Referral", ReferralEvent.class);
        register("HubMeeting", HubMeetingEvent.class);
        register("ServiceOffer", ServiceOfferEvent.class);
        register("RecordAccess", RecordAccessEvent.class);
        register("StaffAccess", StaffAccessEvent.class);
        register("Operation", OperationEvent.class);
        register("PersonKey", PersonKeyEvent.class);
    }

    private EventTypes() {}

    private static void register(String stream, Class<? extends HubEvent> sealed) {
        // By name, so that the order does not depend on how a stream is cut into parts.
        records(sealed).sorted(Comparator.comparing(Class::getSimpleName)).forEach(type -> {
            var entry = new EventType(
                    stream + "." + FIRST_NAMES.getOrDefault(type, type.getSimpleName()),
                    stream,
                    RAISED.getOrDefault(type, 1),
                    type.asSubclass(HubEvent.class));
            BY_NAME.put(entry.name(), entry);
            BY_CLASS.put(type, entry);
        });
    }

    /** The records under a sealed interface, through the parts that it is cut into. */
    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::records)
                : Stream.of(type);
    }

    /** Every type, by stream. */
    public static Stream<EventType> all() {
        return BY_NAME.values().stream();
    }

    /** The type stored under a name, if there is one. */
    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The type of an event. Throws {@link IllegalArgumentException} if the class is no event of the Hub. */
    public static EventType of(Class<?> javaType) {
        var type = BY_CLASS.get(javaType);
        if (type == null) {
            throw new IllegalArgumentException(javaType.getName() + " is not an event of the Hub");
        }
        return type;
    }
}
