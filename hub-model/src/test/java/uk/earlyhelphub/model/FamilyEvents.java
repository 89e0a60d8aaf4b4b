package uk.earlyhelphub.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.Referrer;
import uk.earlyhelphub.events.referral.ReferrerKind;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;

/**
 * The longer events of one family, for the tests of every module: what a test does not say is as it is in most of them. An event
 * that gets another field is mended here.
 */
public abstract class FamilyEvents {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    public static final ReferralId REFERRAL = new ReferralId(id());
    public static final PersonId LEO = new PersonId(id());
    public static final PersonId MUM = new PersonId(id());
    public static final MeetingId MEETING = new MeetingId(id());
    public static final DiscussionId DISCUSSION = new DiscussionId(id());

    protected FamilyEvents() {}

    /** A new one, of anything. */
    public static String id() {
        return UUID.randomUUID().toString();
    }

    /** A text that was sealed about somebody. */
    public static ProtectedText sealed(PersonId about) {
        return new ProtectedText(about, "1", "Test/text/c", "AA");
    }

    /** About Leo, to the windsor team; agencies that the family does not want to learn of it. */
    public static ReferralReceived received(LocalDate on, Channel channel, ReferrerKind referrer, Agency... excluded) {
        return received(REFERRAL, null, on, channel, referrer, excluded);
    }

    /** A referral that names the family's one before. */
    public static ReferralReceived following(ReferralId id, ReferralId before) {
        return received(id, before, TODAY, Channel.PROFESSIONAL, ReferrerKind.PROFESSIONAL);
    }

    private static ReferralReceived received(
            ReferralId id,
            @Nullable ReferralId previous,
            LocalDate on,
            Channel channel,
            ReferrerKind referrer,
            Agency... excluded) {
        return new ReferralReceived(
                id,
                "EH-1",
                channel,
                on,
                "Clewer",
                "windsor",
                new Referrer(new PersonId(id()), referrer, null, null, null, null, referrer == ReferrerKind.NEIGHBOUR),
                Answer.YES,
                null,
                false,
                LEO,
                sealed(LEO),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(excluded),
                id(),
                previous);
    }

    /** Somebody of whom little more than the name is known. */
    public static PersonAdded person(PersonId id, PartInFamily part, Relationship... relationships) {
        return personOf(REFERRAL, id, part, relationships);
    }

    public static PersonAdded personOf(
            ReferralId referral, PersonId id, PartInFamily part, Relationship... relationships) {
        return new PersonAdded(
                referral,
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
                Answer.NOT_KNOWN,
                Answer.NO,
                true,
                List.of(relationships),
                List.of());
    }

    /** What is consented to may be shared with one agency, and is one category, if it is about sharing at all. */
    public static ConsentGiven consent(
            ConsentId id,
            PersonId person,
            PersonId by,
            Capacity capacity,
            LocalDate reviewOn,
            Agency agency,
            ConsentPurpose... purposes) {
        var shares = List.of(purposes).contains(ConsentPurpose.SHARE_WITH_AGENCIES);
        return new ConsentGiven(
                REFERRAL,
                id,
                person,
                List.of(purposes),
                shares ? List.of(agency) : List.of(),
                shares ? List.of(InformationCategory.ATTENDANCE) : List.of(),
                by,
                capacity,
                capacity == Capacity.ASSESSED_COMPETENT ? new Competence("amy", sealed(person)) : null,
                AnswerMethod.SIGNED_FORM,
                "w3",
                "n5",
                TODAY,
                reviewOn);
    }

    /** A service for some of them, after a discussion. */
    public static ServiceAllocated allocated(AllocationId id, OfferId offer, String provider, PersonId... people) {
        return new ServiceAllocated(
                REFERRAL, id, offer, provider, List.of(people), DISCUSSION, TODAY, TODAY.plusDays(5), null);
    }

    /** The name and one category, for three months. */
    public static DataShared shared(
            SharingId id,
            Agency recipient,
            InformationCategory category,
            SharingPurpose purpose,
            LawfulBasis basis,
            @Nullable OverrideId override,
            PersonId... people) {
        return new DataShared(
                REFERRAL,
                id,
                recipient,
                new PersonId(id()),
                sealed(LEO),
                List.of(people),
                List.of(category),
                List.of("name"),
                purpose,
                basis,
                List.of(),
                override,
                null,
                sealed(LEO),
                sealed(LEO),
                SharingChannel.HUB_PORTAL,
                true,
                null,
                TODAY,
                TODAY.plusMonths(3));
    }
}
