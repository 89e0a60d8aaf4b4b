package uk.earlyhelphub.endtoend;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.MeetingForm;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.MemberForm;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.api.referral.PersonForm.RelationshipForm;
import uk.earlyhelphub.api.referral.ReceivingApi.InformationForm;
import uk.earlyhelphub.api.referral.ReceivingApi.NeedForm;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferralForm;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferrerForm;
import uk.earlyhelphub.api.referral.SharingApi.SharingForm;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi.ServiceForm;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferrerKind;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;

/** A household of five with two schools, and what is sent about it. */
final class OBriens {
    private OBriens() {}

    static ReferralForm form(String searchId, LocalDate today) {
        return new ReferralForm(
                Channel.PHONE,
                today,
                "Clewer",
                "windsor",
                new ReferrerForm(ReferrerKind.NEIGHBOUR, "Nell Ashdown", "01632 960199", null, true),
                Answer.YES,
                null,
                false,
                null,
                "leo",
                "Leo is often alone after school and has missed many days.",
                List.of(new NeedForm(NeedDomain.EDUCATION, 4), new NeedForm(NeedDomain.FAMILY_RELATIONSHIPS, null)),
                "A close family who ask for help.",
                "Mum is not sleeping.",
                "I want to go back to football.",
                "We need a hand with mornings.",
                "Nobody in the police, please.",
                List.of(Agency.THAMES_VALLEY_POLICE),
                searchId,
                null,
                List.of(leo(), mia(), bump(), mum(), dad()),
                List.of(
                        new InformationForm(
                                "leo",
                                InformationCategory.ATTENDANCE,
                                "attendance-rate",
                                "71 per cent this term",
                                "Alma Primary School",
                                null),
                        new InformationForm(
                                "leo",
                                InformationCategory.SPECIAL_CATEGORY,
                                "health",
                                "Asthma, has an inhaler",
                                "Orla O'Brien",
                                null)));
    }

    private static PersonForm leo() {
        return new PersonForm(
                "leo",
                PartInFamily.CHILD,
                "Leo O'Brien-Ní Ó'Š",
                null,
                LocalDate.of(2016, 5, 14),
                null,
                null,
                "999 000 0018",
                "X868123426001",
                null,
                "4 Mill Row, Windsor",
                "sl4 1qz",
                null,
                null,
                "Alma Primary School",
                null,
                null,
                null,
                null,
                true,
                null,
                List.of("gp"));
    }

    private static PersonForm mia() {
        var born = LocalDate.of(2011, 2, 3);
        return person("mia", PartInFamily.YOUNG_PERSON, "Mia O'Brien", born, null, "Castle Hill School", List.of());
    }

    private static PersonForm bump() {
        return person("bump", PartInFamily.UNBORN_CHILD, null, null, LocalDate.of(2027, 3, 1), null, List.of());
    }

    private static PersonForm mum() {
        return person(
                "mum",
                PartInFamily.PARENT_OR_CARER,
                "Orla O'Brien",
                null,
                null,
                null,
                List.of(
                        new RelationshipForm("leo", "mother", Answer.YES),
                        new RelationshipForm("mia", "mother", Answer.YES)));
    }

    private static PersonForm dad() {
        return person(
                "dad",
                PartInFamily.PARENT_OR_CARER,
                "Sam Field",
                null,
                null,
                null,
                List.of(new RelationshipForm("leo", "stepfather", Answer.NOT_KNOWN)));
    }

    private static PersonForm person(
            String key,
            PartInFamily part,
            @Nullable String name,
            @Nullable LocalDate born,
            @Nullable LocalDate due,
            @Nullable String school,
            List<RelationshipForm> relationships) {
        return new PersonForm(
                key,
                part,
                name,
                null,
                born,
                due,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                school,
                null,
                null,
                null,
                null,
                true,
                relationships,
                null);
    }

    static MeetingForm meeting(LocalDate day) {
        return new MeetingForm(
                "windsor",
                day,
                LocalTime.of(9, 30),
                "Room 2",
                "carol",
                List.of(
                        new MemberForm("maya", "Maya Lindqvist", "afc"),
                        new MemberForm("hv", "Health visitor", "health"),
                        new MemberForm("colin", "Colin Frost", "CAMHS")));
    }

    static ServiceForm service(String name, String provider) {
        return new ServiceForm(
                name,
                provider,
                "Help with school mornings",
                List.of(NeedDomain.EDUCATION),
                List.of(LevelOfNeed.ADDITIONAL),
                List.of("Clewer"),
                1);
    }

    static SharingForm sharing(Agency recipient, String child, InformationCategory category, LocalDate until) {
        return new SharingForm(
                recipient,
                "Ms Head",
                List.of(child),
                List.of(category),
                List.of("name", "school", "information"),
                SharingPurpose.SUPPORT_EDUCATION,
                LawfulBasis.CONSENT,
                null,
                null,
                "The school must know.",
                "Only attendance.",
                SharingChannel.HUB_PORTAL,
                true,
                null,
                until);
    }
}
