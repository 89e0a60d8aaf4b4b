package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.handling.ReferralTransitions;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.model.FamilyEvents;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.local.LocalLists;
import uk.earlyhelphub.model.local.NoticeVersions;
import uk.earlyhelphub.model.referral.ReferralLifecycle;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandSerializer;
import uk.earlyhelphub.platform.commands.Refused;

/** One family as it is in most tests, and the words given, when and then. */
abstract class AFamily extends FamilyEvents {
    private static final Serializer WIRE = CommandSerializer.create();
    static final LocalLists LOCAL = new LocalLists(
            NoticeVersions.of("n4 2020-01-01\nn5 %s\nn6 %s".formatted(TODAY.minusDays(30), TODAY.plusDays(30))),
            List.of("Clewer", "Dedworth"),
            List.of("windsor", "maidenhead"));
    static final PersonId DAD = new PersonId(id());
    static final OfferId OFFER = new OfferId(id());
    static final AllocationId ALLOCATION = new AllocationId(id());
    static final ConsentId CONSENT = new ConsentId(id());
    static final Actor AMY = new Actor("amy", "Amy", Role.CASEWORKER, "afc", "windsor");
    static final Actor CAROL = new Actor("carol", "Carol", Role.HUB_CHAIR, "afc", "windsor");
    static final Actor MAYA = new Actor("maya", "Maya", Role.MANAGER, "afc", "windsor");
    static final Actor PAT = new Actor("pat", "Pat", Role.PROVIDER, "family-action", null);
    static final Actor SYSTEM = new Actor("clock", "The clock", Role.SYSTEM, "afc", "windsor");

    private final List<ReferralEvent> history = new ArrayList<>();
    private Actor actor = AMY;
    private HubMeetingState meeting = sitting(TODAY);
    private ServiceOfferState offer = offer(2, Set.of());
    private final Map<String, DecisionContext.Search> searches = new HashMap<>();
    private final Map<PersonId, AgeBand> ages =
            new HashMap<>(Map.of(LEO, AgeBand.UNDER_16, MUM, AgeBand.ADULT, DAD, AgeBand.ADULT));

    static ProtectedText sealed() {
        return sealed(LEO);
    }

    static HubMeetingState sitting(LocalDate day) {
        return new HubMeetingState(
                new HubMeetingScheduled(
                        MEETING,
                        "windsor",
                        day,
                        LocalTime.of(9, 30),
                        "Room",
                        "carol",
                        List.of(new Member("nurse", "Jo", "health"), new Member("maya", "Maya", "afc"))),
                Set.of(REFERRAL),
                true,
                List.of("carol", "nurse"),
                List.of(),
                false,
                false);
    }

    static ServiceOfferState offer(int places, Set<AllocationId> taken) {
        return new ServiceOfferState(
                new ServiceOfferRegistered(
                        OFFER,
                        "Mornings",
                        "family-action",
                        "Help",
                        List.of(NeedDomain.EDUCATION),
                        List.of(LevelOfNeed.ADDITIONAL),
                        List.of("Clewer"),
                        places),
                places,
                taken,
                false);
    }

    final AFamily given(ReferralEvent... events) {
        history.addAll(List.of(events));
        return this;
    }

    final AFamily by(Actor who) {
        actor = who;
        return this;
    }

    final AFamily meeting(HubMeetingState state) {
        meeting = state;
        return this;
    }

    final AFamily offered(ServiceOfferState state) {
        offer = state;
        return this;
    }

    final AFamily adult(PersonId person) {
        return aged(person, AgeBand.ADULT);
    }

    final AFamily aged(PersonId person, AgeBand band) {
        ages.put(person, band);
        return this;
    }

    /** The caseworker has searched, so long ago, and was shown these people. */
    final AFamily searched(String id, Duration ago, PersonId... found) {
        searches.put(
                id,
                new DecisionContext.Search(
                        AMY.id(), TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC).minus(ago), List.of(found)));
        return this;
    }

    final List<ReferralEvent> history() {
        return List.copyOf(history);
    }

    final ReferralState state() {
        return ReferralState.of(history);
    }

    /** What a command leads to; also checks the one table of what may happen when, as the handler does. */
    final List<HubEvent> when(ReferralCommand command) {
        assertThat((Object) WIRE.deserialize(WIRE.serialize(command, byte[].class)))
                .as("the command after a journey between processes")
                .isEqualTo(command);
        var state = state();
        if (!command.mayBeSentBy(actor, state)) {
            throw Refused.unknown();
        }
        var decision = command.decide(new DecisionContext(
                state,
                actor,
                TODAY,
                WorkingDays.england(),
                LOCAL,
                m -> meeting,
                o -> offer,
                (person, day) -> ages.getOrDefault(person, AgeBand.UNKNOWN),
                TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC),
                id -> Optional.ofNullable(searches.get(id))));
        var before = state;
        for (var event : decision.events()) {
            if (event instanceof ReferralEvent ours) {
                if (before.version() >= 0) {
                    ReferralTransitions.require(before, ours, TODAY);
                }
                before = before.after(ours);
            }
        }
        return decision.events();
    }

    final void refused(String code, ReferralCommand command) {
        assertThatThrownBy(() -> when(command))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static InterestDeclared interest(String member) {
        return new InterestDeclared(MEETING, REFERRAL, member, InterestNature.NEIGHBOUR);
    }

    static ReferralReceived received() {
        return received(TODAY.minusDays(3), Channel.PHONE, ReferrerKind.NEIGHBOUR, Agency.THAMES_VALLEY_POLICE);
    }

    /** Received, with Leo, his mother who holds parental responsibility, and a stepfather of whom it is not known. */
    final AFamily arrived() {
        return given(
                received(),
                person(LEO, PartInFamily.CHILD),
                person(MUM, PartInFamily.PARENT_OR_CARER, new Relationship(LEO, "mother", Answer.YES)),
                person(DAD, PartInFamily.PARENT_OR_CARER, new Relationship(LEO, "stepfather", Answer.NOT_KNOWN)));
    }

    static ConsentGiven consent(ConsentPurpose... purposes) {
        return consent(CONSENT, LEO, MUM, Capacity.PARENTAL_RESPONSIBILITY, TODAY.plusMonths(6), purposes);
    }

    static ConsentGiven consent(
            ConsentId id,
            PersonId person,
            PersonId by,
            Capacity capacity,
            LocalDate reviewOn,
            ConsentPurpose... purposes) {
        return consent(id, person, by, capacity, reviewOn, Agency.EDUCATION_AND_SCHOOLS, purposes);
    }

    static ReferralTriaged triaged() {
        return new ReferralTriaged(REFERRAL, LevelOfNeed.ADDITIONAL, sealed(), TODAY, TODAY);
    }

    final AFamily ready() {
        return arrived().given(consent(ConsentPurpose.values()), triaged());
    }

    final AFamily onAgenda() {
        return ready().given(new PutOnAgenda(REFERRAL, MEETING));
    }

    static DiscussedAtHub discussed(HubDecision decision) {
        return new DiscussedAtHub(
                REFERRAL,
                DISCUSSION,
                MEETING,
                TODAY,
                List.of("carol"),
                List.of(),
                decision,
                sealed(),
                List.of(),
                "carol",
                null);
    }

    final AFamily decided() {
        return onAgenda().given(discussed(HubDecision.ALLOCATE));
    }

    static ServiceAllocated allocated() {
        return allocated(ALLOCATION, OFFER, "family-action", LEO);
    }

    static DataShared sharing(
            Agency recipient, InformationCategory category, LawfulBasis basis, @Nullable OverrideId override) {
        return shared(new SharingId(id()), recipient, category, SharingPurpose.SUPPORT_EDUCATION, basis, override, LEO);
    }

    static boolean legal(Class<? extends ReferralEvent> event, ReferralStatus status) {
        return ReferralLifecycle.allows(event, status);
    }
}
