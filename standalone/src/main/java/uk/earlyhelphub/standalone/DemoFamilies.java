package uk.earlyhelphub.standalone;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.MeetingForm;
import uk.earlyhelphub.api.hubmeeting.MeetingApi.MemberForm;
import uk.earlyhelphub.api.referral.ConsentApi.ConsentForm;
import uk.earlyhelphub.api.referral.DiscussionApi.DiscussionForm;
import uk.earlyhelphub.api.referral.DiscussionApi.OptionForm;
import uk.earlyhelphub.api.referral.PersonForm;
import uk.earlyhelphub.api.referral.PersonForm.RelationshipForm;
import uk.earlyhelphub.api.referral.ReceivingApi.NeedForm;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferralForm;
import uk.earlyhelphub.api.referral.ReceivingApi.ReferrerForm;
import uk.earlyhelphub.api.referral.SharingApi.SharingForm;
import uk.earlyhelphub.api.serviceoffer.ServiceOfferApi.ServiceForm;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.Channel;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.NeedDomain;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.ReferrerKind;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;

/** Invented families. Places and schools are made up, telephone numbers are from the range kept for drama, NHS numbers from the range kept for tests. */
final class DemoFamilies {
    private static final List<String> CHILDREN = List.of(
            "Leo", "Amira", "Noah", "Freya", "Kofi", "Isla", "Yusuf", "Poppy", "Mateo", "Saoirse", "Ravi", "Elsie",
            "Tariq", "Niamh", "Jakub");
    private static final List<String> PARENTS = List.of(
            "Orla", "Sam", "Grace", "Imran", "Katya", "Dele", "Maria", "Huw", "Shanice", "Piotr", "Leila", "Owen");
    private static final List<String> SURNAMES = List.of(
            "Marsh",
            "O'Brien",
            "Adeyemi",
            "Lindqvist",
            "Begum",
            "Fairweather",
            "Nowak",
            "Price",
            "Osei",
            "Whitlock",
            "Rahman",
            "Castell",
            "D'Souza",
            "Thornbury",
            "Okafor");
    private static final List<String> SCHOOLS =
            List.of("Alma Primary School", "Castle Hill School", "Thamesmead Academy", "Riverside Infants");
    private static final List<String> STREETS =
            List.of("Mill Row", "Kings Orchard", "Station Approach", "Furze Lane", "Bexley Close");
    private static final List<String> SUMMARIES = List.of(
            "%s has missed many school days since the summer and is often tired.",
            "%s is worried about things at home and asks to stay late at school.",
            "%s's family lost its home in spring and lives in one room.",
            "Quarrels at home have become frequent; %s's family asks for help with them.",
            "%s needs help with mornings; a parent has been unwell for some time.");

    private DemoFamilies() {}

    /** The form of a family, as a caseworker would send it. */
    static ReferralForm form(int number, LocalDate receivedOn, String searchId) {
        var random = new Random(20261123L + number);
        var surname = SURNAMES.get(number % SURNAMES.size());
        var child = CHILDREN.get((number * 7) % CHILDREN.size());
        var parent = PARENTS.get((number * 5) % PARENTS.size());
        var born = receivedOn.minusYears(4 + random.nextInt(12)).minusDays(random.nextInt(300));
        var school = SCHOOLS.get(number % SCHOOLS.size());
        return new ReferralForm(
                Channel.PROFESSIONAL,
                receivedOn,
                "Clewer",
                "windsor",
                new ReferrerForm(
                        ReferrerKind.PROFESSIONAL,
                        "Ms " + SURNAMES.get((number + 4) % SURNAMES.size()),
                        "01632 960%03d".formatted(number % 1000),
                        school,
                        false),
                Answer.YES,
                null,
                false,
                null,
                "child",
                SUMMARIES.get(number % SUMMARIES.size()).formatted(child),
                List.of(new NeedForm(NeedDomain.EDUCATION, 1 + random.nextInt(5))),
                null,
                null,
                null,
                null,
                null,
                null,
                searchId,
                null,
                List.of(
                        child(
                                child + " " + surname,
                                born,
                                testNhsNumber(number),
                                1 + random.nextInt(90) + " " + STREETS.get(number % STREETS.size()) + ", Windsor",
                                school),
                        parent(parent + " " + surname, "07700 900%03d".formatted(number % 1000))),
                null);
    }

    private static PersonForm child(String name, LocalDate born, String nhsNumber, String address, String school) {
        return new PersonForm(
                "child",
                PartInFamily.CHILD,
                name,
                null,
                born,
                null,
                null,
                nhsNumber,
                null,
                null,
                address,
                "SL4 9ZZ",
                null,
                null,
                school,
                null,
                null,
                null,
                null,
                true,
                null,
                null);
    }

    private static PersonForm parent(String name, String phone) {
        return new PersonForm(
                "parent",
                PartInFamily.PARENT_OR_CARER,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                phone,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                List.of(new RelationshipForm("child", "parent", Answer.YES)),
                null);
    }

    /** A parent's yes to everything, for their child. */
    static ConsentForm consent(DemoRequests.Family family, LocalDate day, LocalDate today) {
        return new ConsentForm(
                null,
                family.child(),
                List.of(
                        ConsentPurpose.DISCUSS_AT_HUB,
                        ConsentPurpose.ALLOCATE_SERVICE,
                        ConsentPurpose.SHARE_WITH_AGENCIES),
                List.of(Agency.EDUCATION_AND_SCHOOLS),
                List.of(InformationCategory.IDENTIFIERS_AND_CONTACTS),
                family.parent(),
                Capacity.PARENTAL_RESPONSIBILITY,
                null,
                AnswerMethod.SIGNED_FORM,
                "w3",
                "2026-1",
                day,
                today.plusMonths(6));
    }

    static DiscussionForm discussion(String meeting) {
        return new DiscussionForm(
                meeting,
                List.of(new OptionForm(HubDecision.ALLOCATE, null), new OptionForm(HubDecision.SIGNPOST, null)),
                HubDecision.ALLOCATE,
                "The family wants this help and a place is free.",
                List.of());
    }

    static SharingForm sharing(String child, LocalDate until) {
        return new SharingForm(
                Agency.EDUCATION_AND_SCHOOLS,
                "The head teacher",
                List.of(child),
                List.of(InformationCategory.IDENTIFIERS_AND_CONTACTS),
                List.of("name", "school"),
                SharingPurpose.SUPPORT_EDUCATION,
                LawfulBasis.CONSENT,
                null,
                null,
                "The school supports the plan.",
                "Only name and school.",
                SharingChannel.HUB_PORTAL,
                true,
                null,
                until);
    }

    static ServiceForm service(String name, String provider) {
        return new ServiceForm(
                name,
                provider,
                "Help with school mornings",
                List.of(NeedDomain.EDUCATION),
                List.of(LevelOfNeed.ADDITIONAL),
                List.of("Clewer"),
                40);
    }

    static MeetingForm meeting(LocalDate day) {
        return new MeetingForm(
                "windsor",
                day,
                LocalTime.of(9, 30),
                "Town Hall, room 2",
                "carol",
                List.of(
                        new MemberForm("maya", "Maya Lindqvist", "afc"),
                        new MemberForm("school-nurse", "Jo Bassett", "health"),
                        new MemberForm("housing-officer", "Lee Marlow", "housing")));
    }

    static String name(int number) {
        return CHILDREN.get((number * 7) % CHILDREN.size()) + " " + SURNAMES.get(number % SURNAMES.size());
    }

    /** The first valid number at or after 999 000 0000 plus ten for each family. */
    private static String testNhsNumber(int number) {
        for (int candidate = 10 * number; ; candidate++) {
            var nine = "999%06d".formatted(candidate + 1);
            var sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += Character.getNumericValue(nine.charAt(i)) * (10 - i);
            }
            var check = (11 - sum % 11) % 11;
            if (check != 10) {
                return nine + check;
            }
        }
    }
}
