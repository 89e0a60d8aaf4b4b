package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.earlyhelphub.command.handling.Readers;
import uk.earlyhelphub.command.handling.Running;
import uk.earlyhelphub.command.handling.Streams;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.kernel.Rule.Kind;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.operations.ConnectionsRemovalAsked;
import uk.earlyhelphub.events.operations.DeadLettersRetryAsked;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.events.staffaccess.StaffAccessRestored;
import uk.earlyhelphub.model.access.FamilyTies;
import uk.earlyhelphub.model.access.ReaderActs;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.personaldata.VaultRule;
import uk.earlyhelphub.platform.commands.Act;
import uk.earlyhelphub.platform.commands.CommandEnvelope;
import uk.earlyhelphub.platform.commands.CommandHandler;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamCommand;
import uk.earlyhelphub.platform.commands.StreamCommand.Begins;
import uk.earlyhelphub.platform.commands.StreamDefinition;

/** What holds for one command holds for every command of every stream; they are found from the streams themselves. */
class EveryCommandTest extends AFamily {
    private static final StaffAccessId ACCESS = new StaffAccessId(id());
    private static final AccessId OPENING = new AccessId(id());
    private static final OperationId OPERATION = new OperationId(id());
    private static final String WINDSOR = "windsor";
    private static final List<HubEvent> OPERATIONS = List.of(
            new ConnectionsRemovalAsked(OPERATION, "amy", 1),
            new ReplayRequested(OPERATION, "worklist", ReplayKind.CHECK, ReplayReason.DRILL, null),
            new DeadLettersRetryAsked(OPERATION, "worklist", "x", 1));
    private static final DataShared SHARED =
            sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, LawfulBasis.CONSENT, null);
    private static final List<Actor> EVERYBODY = List.of(
            AMY,
            CAROL,
            MAYA,
            PAT,
            SYSTEM,
            new Actor("hana", "Hana", Role.PARTNER_AGENCY, "EDUCATION_AND_SCHOOLS", null),
            new Actor("tom", "Tom", Role.CASEWORKER, "afc", "maidenhead"),
            new Actor("omar", "Omar", Role.ADMINISTRATOR, "afc", null),
            new Actor("ines", "Ines", Role.INVESTIGATOR, "afc", null),
            new Actor("aled", "Aled", Role.AUDITOR, "afc", null),
            new Actor("dora", "Dora", Role.DATA_PROTECTION_OFFICER, "afc", null));
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(ReferralId.class, REFERRAL),
            Map.entry(MeetingId.class, MEETING),
            Map.entry(OfferId.class, OFFER),
            Map.entry(StaffAccessId.class, ACCESS),
            Map.entry(PersonId.class, LEO),
            Map.entry(AllocationId.class, ALLOCATION),
            Map.entry(SharingId.class, SHARED.sharingId()),
            Map.entry(ProtectedText.class, sealed()),
            Map.entry(AccessId.class, OPENING),
            Map.entry(OperationId.class, OPERATION),
            Map.entry(String.class, WINDSOR),
            Map.entry(LocalDate.class, TODAY),
            Map.entry(LocalTime.class, LocalTime.NOON),
            Map.entry(boolean.class, false),
            Map.entry(Boolean.class, false),
            Map.entry(int.class, 1),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()));

    private static Streams streams(
            StreamDefinition.Guard<uk.earlyhelphub.model.referral.ReferralState, DecisionContext> guard) {
        return new Streams(
                WorkingDays.england(),
                AFamily.LOCAL,
                (person, day) -> AgeBand.UNKNOWN,
                id -> Optional.empty(),
                staff -> List.of(),
                guard,
                new NothingElse(),
                new NothingRuns());
    }

    /** Nobody did anything in person, and nobody is close to anybody. */
    private static final class NothingElse implements Readers {
        @Override
        public ReaderActs acts(Actor actor, Instant at) {
            return ReaderActs.NONE;
        }

        @Override
        public FamilyTies ties(ReferralState state) {
            return FamilyTies.NONE;
        }

        @Override
        public Map<PersonId, Set<ConflictKind>> closeTo(Actor actor, Collection<PersonId> people) {
            return Map.of();
        }

        @Override
        public Emergencies openedElsewhere(Actor actor, Instant at) {
            return Emergencies.NONE;
        }

        @Override
        public long countingConnections(String staff) {
            return 0;
        }

        @Override
        public void requireRoom(String staff, String relation) {
            // There is always room.
        }
    }

    /** Nothing is shown, so nothing can be made again. */
    private static final class NothingRuns implements Running {
        @Override
        public Set<String> replayable() {
            return Set.of();
        }

        @Override
        public long held(String projection, String about) {
            return 0;
        }
    }

    static Stream<Arguments> commands() {
        return streams(StreamDefinition.Guard.none()).all().stream()
                .flatMap(stream -> stream.commands().stream()
                        .map(type -> Arguments.of(Named.of(stream.name() + "." + type.getSimpleName(), stream), type)));
    }

    private static Object sample(Type type) throws ReflectiveOperationException {
        var plain = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (SAMPLES.containsKey(plain)) {
            return SAMPLES.get(plain);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.getSimpleName().endsWith("Id")) {
            return plain.getDeclaredConstructor(String.class).newInstance(id());
        }
        var components = plain.getRecordComponents();
        var values = new ArrayList<Object>();
        for (var component : components) {
            values.add(sample(component.getGenericType()));
        }
        var constructor = plain.getDeclaredConstructor(
                Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
    }

    /** Which stream was read how often since it was last asked. */
    private final Map<String, Integer> reads = new HashMap<>();

    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine() {
        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            reads.merge(aggregateIdentifier, 1, Integer::sum);
            return super.readEvents(aggregateIdentifier, firstSequenceNumber);
        }
    };
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();

    private void handledBy(Streams streams) {
        new CommandHandler(
                        EmbeddedEventStore.builder().storageEngine(events).build(),
                        Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                        ZoneId.of("Europe/London"),
                        streams.all(),
                        prepared -> {})
                .subscribe(bus);
    }

    private void store(String stream, String id, List<? extends HubEvent> history) {
        for (int i = 0; i < history.size(); i++) {
            var by = new CommandEnvelope(AMY, Purpose.OPERATE, id(), "f", id(), null, null);
            events.appendEvents(
                    new GenericDomainEventMessage<>(stream, id, i, history.get(i), MetaData.from(by.asMetaData())));
        }
    }

    /** Something of every stream is there, with an allocation and a sharing in the case. */
    private void everythingIsThere(StreamDefinition<?, ?, ?> stream) {
        decided().given(allocated(), SHARED);
        store("Referral", REFERRAL.value(), history());
        var meeting = sitting(TODAY).call();
        store("HubMeeting", MEETING.value(), List.of(meeting));
        store(
                "ServiceOffer",
                OFFER.value(),
                List.of(offer(2, java.util.Set.of()).entry()));
        store("RecordAccess", WINDSOR, List.of(new BreakGlassUsed(OPENING, REFERRAL, sealed(), 30)));
        store("RecordAccess", OPENING.value(), List.of(new ConflictNoticed(OPENING, REFERRAL, "x", List.of())));
        // What is done to keep the Hub running goes by one kind of id.
        OPERATIONS.stream()
                .filter(stream.events()::isInstance)
                .forEach(event -> store("Operation", OPERATION.value(), List.of(event)));
        store("StaffAccess", ACCESS.value(), List.of(new StaffAccessRestored(ACCESS, "x", "afc")));
    }

    private @Nullable Refused refusalOf(Object command, Actor actor, @Nullable Long version) {
        var answer = new AtomicReference<@Nullable Throwable>();
        var envelope = new CommandEnvelope(actor, Purpose.OPERATE, id(), "f", id(), version, null);
        bus.dispatch(
                new GenericCommandMessage<>(command).withMetaData(new HashMap<>(envelope.asMetaData())),
                (sent, result) -> answer.set(result.isExceptional() ? result.exceptionResult() : null));
        return answer.get() instanceof Refused refused ? refused : null;
    }

    private static boolean theirs(
            StreamDefinition<?, ?, ?> stream, StreamCommand<?, ?> command, Actor actor, Object state) {
        @SuppressWarnings("unchecked") // The state is of the stream whose command it is.
        var known = (StreamCommand<Object, ?>) command;
        return known.mayBeSentBy(actor, state);
    }

    private <E extends HubEvent, S, N> S state(StreamDefinition<E, S, N> stream, String id) {
        var state = stream.none();
        for (var event : events.readEvents(id, 0).asStream().toList()) {
            var act = new Act(Actor.from(event.getMetaData()), event.getTimestamp());
            state = stream.fold().after(state, stream.events().cast(event.getPayload()), act);
        }
        return state;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_told_that_there_is_nothing_where_there_is_nothing(StreamDefinition<?, ?, ?> stream, Class<?> type)
            throws ReflectiveOperationException {
        handledBy(streams(StreamDefinition.Guard.none()));
        var command = (StreamCommand<?, ?>) sample(type);
        if (command.begins() == Begins.NO) {
            for (var actor : EVERYBODY) {
                assertThat(refusalOf(command, actor, null))
                        .isNotNull()
                        .extracting(Refused::kind)
                        .isEqualTo(Kind.UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_for_those_who_have_a_tie_at_the_version_they_have_seen(StreamDefinition<?, ?, ?> stream, Class<?> type)
            throws ReflectiveOperationException {
        handledBy(streams(StreamDefinition.Guard.none()));
        everythingIsThere(stream);
        var command = (StreamCommand<?, ?>) sample(type);
        var state = state(stream, command.routingKey());
        var senders = 0;
        for (var actor : EVERYBODY) {
            var theirs = theirs(stream, command, actor, state);
            senders += theirs ? 1 : 0;
            var expected = !theirs ? Kind.UNKNOWN : command.begins() == Begins.YES ? Kind.CONFLICT : Kind.STALE;
            assertThat(refusalOf(command, actor, 999L))
                    .as("%s sends %s", actor.id(), type.getSimpleName())
                    .isNotNull()
                    .extracting(Refused::kind)
                    .isEqualTo(expected);
        }
        assertThat(senders).as("somebody can send it, and not everybody").isBetween(1, EVERYBODY.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void asks_of_a_case_whether_its_sender_is_too_close_and_of_nobody_else_s(
            StreamDefinition<?, ?, ?> stream, Class<?> type) throws ReflectiveOperationException {
        handledBy(streams((command, context) -> {
            throw Refused.by(VaultRule.TOO_CLOSE, "Somebody else has to do this.");
        }));
        everythingIsThere(stream);
        var command = (StreamCommand<?, ?>) sample(type);
        if (stream.name().equals("Referral") && command.begins() == Begins.NO) {
            var state = state(stream, command.routingKey());
            for (var actor : EVERYBODY) {
                assertThat(refusalOf(command, actor, null))
                        .isNotNull()
                        .extracting(Refused::code)
                        .isEqualTo(theirs(stream, command, actor, state) ? "too-close" : "not-found");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void reads_no_stream_more_than_once(StreamDefinition<?, ?, ?> stream, Class<?> type)
            throws ReflectiveOperationException {
        handledBy(streams(StreamDefinition.Guard.none()));
        everythingIsThere(stream);
        var command = (StreamCommand<?, ?>) sample(type);
        for (var actor : EVERYBODY) {
            reads.clear();
            refusalOf(command, actor, null);
            assertThat(reads.values())
                    .as("%s by %s: %s", type, actor.role(), reads)
                    .isNotEmpty()
                    .allMatch(times -> times == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void tells_whoever_may_not_see_the_case_neither_its_version_nor_how_it_stands(
            StreamDefinition<?, ?, ?> stream, Class<?> type) throws ReflectiveOperationException {
        handledBy(streams((command, context) -> StreamDefinition.Sight.NONE));
        everythingIsThere(stream);
        var command = (StreamCommand<?, ?>) sample(type);
        if (stream.name().equals("Referral") && command.begins() == Begins.NO) {
            var state = state(stream, command.routingKey());
            EVERYBODY.stream()
                    .filter(actor -> theirs(stream, command, actor, state))
                    .forEach(actor -> {
                        var refusal = refusalOf(command, actor, 999L);
                        if (refusal != null) {
                            assertThat(refusal.kind()).isNotEqualTo(Kind.STALE);
                            assertThat(refusal.kind() != Kind.CONFLICT
                                            || refusal.code().equals("not-possible-now"))
                                    .as("%s is told %s", actor.id(), refusal.code())
                                    .isTrue();
                        }
                    });
        }
    }
}
