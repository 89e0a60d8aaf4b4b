package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.handling.ReferralTransitions;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralLifecycle;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.CommandSerializer;
import uk.earlyhelphub.platform.commands.Refused;

/** One family as it is in most tests, and the words given, when and then. */
abstract class AFamily {
    private static final Serializer WIRE = CommandSerializer.create();
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final ReferralId REFERRAL = new ReferralId(id());
    static final PersonId LEO = new PersonId(id());
    static final PersonId MUM = new PersonId(id());
    static final PersonId DAD = new PersonId(id());
    static final MeetingId MEETING = new MeetingId(id());
    static final OfferId OFFER = new OfferId(id());
    static final DiscussionId DISCUSSION = new DiscussionId(id());
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
    private final Set<PersonId> adults = new HashSet<>(Set.of(MUM, DAD));

    static String id() {
        return UUID.randomUUID().toString();
    }

    static ProtectedText sealed() {
        return new ProtectedText(LEO, "1", "Test/text/c", "AA");
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
        adults.add(person);
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
                m -> meeting,
                o -> offer,
                p -> adults.contains(p),
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
        return new ReferralReceived(
                REFERRAL,
                "EH-1",
                Channel.PHONE,
                TODAY.minusDays(3),
                "Clewer",
                "windsor",
                new Referrer(new PersonId(id()), ReferrerKind.NEIGHBOUR, null, null, null, null, true),
                Answer.YES,
                null,
                false,
                LEO,
                sealed(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(Agency.THAMES_VALLEY_POLICE),
                id(),
                null);
    }

    static PersonAdded person(PersonId id, PartInFamily part, Relationship... relationships) {
        return new PersonAdded(
                REFERRAL,
                id,
                part,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Answer.NOT_KNOWN,
                Answer.NO,
                true,
                List.of(relationships),
                List.of());
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
        var shares = List.of(purposes).contains(ConsentPurpose.SHARE_WITH_AGENCIES);
        return new ConsentGiven(
                REFERRAL,
                id,
                person,
                List.of(purposes),
                shares ? List.of(Agency.EDUCATION_AND_SCHOOLS) : List.of(),
                shares ? List.of(InformationCategory.ATTENDANCE) : List.of(),
                by,
                capacity,
                capacity == Capacity.ASSESSED_COMPETENT ? new Competence("amy", sealed()) : null,
                AnswerMethod.SIGNED_FORM,
                "w3",
                "n5",
                TODAY,
                reviewOn);
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
        return new ServiceAllocated(
                REFERRAL, ALLOCATION, OFFER, "family-action", List.of(LEO), DISCUSSION, TODAY, TODAY.plusDays(5), null);
    }

    static DataShared sharing(
            Agency recipient, InformationCategory category, LawfulBasis basis, @Nullable OverrideId override) {
        return new DataShared(
                REFERRAL,
                new SharingId(id()),
                recipient,
                new PersonId(id()),
                sealed(),
                List.of(LEO),
                List.of(category),
                List.of("name"),
                SharingPurpose.SUPPORT_EDUCATION,
                basis,
                List.of(),
                override,
                null,
                sealed(),
                sealed(),
                SharingChannel.HUB_PORTAL,
                true,
                null,
                TODAY,
                TODAY.plusMonths(3));
    }

    static boolean legal(Class<? extends ReferralEvent> event, ReferralStatus status) {
        return ReferralLifecycle.allows(event, status);
    }
}
