package uk.earlyhelphub.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.earlyhelphub.events.hubmeeting.AgendaItemAdded;
import uk.earlyhelphub.events.hubmeeting.AgendaPublished;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.hubmeeting.HubMeetingScheduled;
import uk.earlyhelphub.events.hubmeeting.Member;
import uk.earlyhelphub.events.ids.AllocationId;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.DiscussionId;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.ReferrerKind;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.events.referral.WithdrawalChannel;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.referral.ReferralState;

/** A child, a twin and a mother, and whatever happens to their referral in a test, as events. */
public final class AFamily {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    public static final ReferralId REFERRAL = new ReferralId(id());
    public static final PersonId CHILD = new PersonId(id());
    public static final PersonId TWIN = new PersonId(id());
    public static final PersonId MOTHER = new PersonId(id());
    public static final MeetingId MEETING = new MeetingId(id());

    private final List<ReferralEvent> events = new ArrayList<>();
    private final Map<MeetingId, HubMeetingState> meetings = new HashMap<>();

    private AFamily() {}

    public static String id() {
        return UUID.randomUUID().toString();
    }

    public static ProtectedText sealed(PersonId about) {
        return new ProtectedText(about, "k", "Referral.X/field/command", "c2VhbGVk");
    }

    /** A family whose referral reached the windsor team; agencies that it does not want to learn of it. */
    public static AFamily referred(Agency... excluded) {
        var family = new AFamily();
        family.then(new ReferralReceived(
                REFERRAL,
                "EH-1",
                Channel.PROFESSIONAL,
                TODAY,
                "Clewer",
                "windsor",
                new Referrer(new PersonId(id()), ReferrerKind.PROFESSIONAL, null, null, null, null, false),
                Answer.YES,
                null,
                false,
                CHILD,
                sealed(CHILD),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(excluded),
                id(),
                null));
        family.then(person(CHILD, PartInFamily.CHILD, List.of()));
        family.then(person(TWIN, PartInFamily.CHILD, List.of()));
        family.then(
                person(MOTHER, PartInFamily.PARENT_OR_CARER, List.of(new Relationship(CHILD, "mother", Answer.YES))));
        return family;
    }

    private static PersonAdded person(PersonId id, PartInFamily part, List<Relationship> relationships) {
        return new PersonAdded(
                REFERRAL,
                id,
                part,
                sealed(id),
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
                Answer.NO,
                Answer.NO,
                true,
                relationships,
                List.of());
    }

    /** One more thing happens. */
    public AFamily then(ReferralEvent event) {
        events.add(event);
        return this;
    }

    /** A parent consents for somebody, until a day. */
    public AFamily consentFor(ConsentId id, PersonId person, Capacity capacity, LocalDate until) {
        return then(new ConsentGiven(
                REFERRAL,
                id,
                person,
                List.of(ConsentPurpose.values()),
                List.of(Agency.CAMHS),
                List.of(InformationCategory.ATTENDANCE),
                capacity == Capacity.PARENTAL_RESPONSIBILITY ? MOTHER : person,
                capacity,
                null,
                AnswerMethod.SIGNED_FORM,
                "w1",
                "n1",
                TODAY,
                until));
    }

    public AFamily withdrawn(ConsentId id, PersonId person, ConsentPurpose... purposes) {
        return then(new ConsentWithdrawn(
                REFERRAL, id, person, List.of(purposes), MOTHER, WithdrawalChannel.PHONE, TODAY, null));
    }

    public AFamily gateway(OverrideId id, PersonId person, ConsentPurpose purpose, LocalDate until) {
        return then(new ConsentOverridden(
                REFERRAL,
                id,
                List.of(person),
                List.of(purpose),
                List.of(Agency.CAMHS),
                Gateway.PUBLIC_TASK,
                "Children Act 1989 s.17",
                null,
                null,
                sealed(person),
                "maya",
                TODAY,
                until));
    }

    public AFamily allocated(String provider, PersonId... people) {
        return then(new ServiceAllocated(
                REFERRAL,
                new AllocationId(id()),
                new OfferId(id()),
                provider,
                List.of(people),
                new DiscussionId(id()),
                TODAY,
                TODAY.plusDays(7),
                null));
    }

    public AFamily shared(
            SharingId id,
            LawfulBasis basis,
            @org.jspecify.annotations.Nullable OverrideId override,
            PersonId... people) {
        return then(new DataShared(
                REFERRAL,
                id,
                Agency.CAMHS,
                new PersonId(id()),
                sealed(CHILD),
                List.of(people),
                List.of(InformationCategory.ATTENDANCE),
                List.of("name"),
                SharingPurpose.SUPPORT_HEALTH,
                basis,
                List.of(),
                override,
                null,
                sealed(CHILD),
                sealed(CHILD),
                SharingChannel.HUB_PORTAL,
                true,
                null,
                TODAY,
                TODAY.plusMonths(3)));
    }

    /** The case goes on the agenda of a meeting to which these are called. */
    public AFamily onAgenda(String... members) {
        then(new PutOnAgenda(REFERRAL, MEETING));
        meeting(new HubMeetingScheduled(
                MEETING,
                "windsor",
                TODAY.plusDays(2),
                LocalTime.of(9, 30),
                "Room 2",
                "carol",
                List.of(members).stream().map(m -> new Member(m, m, "CAMHS")).toList()));
        return meeting(new AgendaItemAdded(MEETING, REFERRAL));
    }

    public AFamily published() {
        return meeting(new AgendaPublished(MEETING, List.of(REFERRAL), TODAY));
    }

    /** Something happens at the meeting. */
    public AFamily meeting(HubMeetingEvent event) {
        meetings.merge(MEETING, HubMeetingState.NONE.after(event), (before, first) -> before.after(event));
        return this;
    }

    public ReferralState state() {
        return ReferralState.of(events);
    }

    public Map<MeetingId, HubMeetingState> meetings() {
        return Map.copyOf(meetings);
    }
}
