package uk.earlyhelphub.query.audittrail;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DeclineReason;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.HubDecision;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.RecallAnswer;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.SafeguardingReason;
import uk.earlyhelphub.events.referral.ServiceOutcome;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.events.referral.WithdrawalChannel;

/** Dates, numbers, lists and the codes of a referral's events, in the words of everyday English. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** With the article that its first sound asks for. */
    static String one(String thing) {
        return ("aeiou".indexOf(thing.charAt(0)) < 0 ? "a " : "an ") + thing;
    }

    /** Joins as one would say it: "a", "a and b", "a, b and c". */
    static String all(List<String> things) {
        if (things.size() < 2) {
            return String.join("", things);
        }
        return String.join(", ", things.subList(0, things.size() - 1)) + " and " + things.getLast();
    }

    static <T> String all(List<T> things, Function<T, String> words) {
        return all(things.stream().map(words).toList());
    }

    /** A code whose own letters are the words, such as {@code NEEDS_MET}. */
    static String plain(Enum<?> code) {
        return code.name().toLowerCase(Locale.UK).replace('_', ' ');
    }

    /** Ends in a full stop, whatever somebody typed. */
    static String stopped(String text) {
        var trimmed = text.strip();
        return trimmed.matches("(?s).*[.!?…][\"'”’)]?") ? trimmed : trimmed + ".";
    }

    static String of(Agency agency) {
        return switch (agency) {
            case SOCIAL_CARE_SERVICES -> "social care services";
            case THAMES_VALLEY_POLICE -> "Thames Valley Police";
            case HEALTH_SERVICES -> "health services";
            case PROBATION_SERVICES -> "probation services";
            case EDUCATION_AND_SCHOOLS -> "education and schools";
            case HOUSING_SERVICES -> "housing services";
            case CAMHS -> "CAMHS";
            case TARGETED_SUPPORT_SERVICES -> "targeted support services";
            case YOUTH_OFFENDING_SERVICES -> "youth offending services";
            case COMMISSIONER -> "the commissioner";
        };
    }

    static String of(InformationCategory category) {
        return switch (category) {
            case IDENTIFIERS_AND_CONTACTS -> "names and contact details";
            case SPECIAL_CATEGORY -> "health and ethnicity";
            case SAFEGUARDING -> "safeguarding";
            case ATTENDANCE -> "school attendance";
            case BEHAVIOUR -> "exclusions and alternative provision";
        };
    }

    static String of(PartInFamily part) {
        return switch (part) {
            case CHILD -> "child";
            case UNBORN_CHILD -> "unborn child";
            case YOUNG_PERSON -> "young person";
            case PARENT_OR_CARER -> "parent or carer";
            case OTHER_ADULT -> "adult";
        };
    }

    static String of(ConsentPurpose purpose) {
        return switch (purpose) {
            case DISCUSS_AT_HUB -> "discuss the referral at the weekly Hub meeting";
            case ALLOCATE_SERVICE -> "allocate a service";
            case SHARE_WITH_AGENCIES -> "share information with agencies";
            case EVALUATION -> "evaluate services and check their quality";
        };
    }

    static String of(Capacity capacity) {
        return switch (capacity) {
            case PARENTAL_RESPONSIBILITY -> "as somebody with parental responsibility";
            case ADULT_FOR_SELF -> "as an adult who answers for themselves";
            case YOUNG_PERSON_FOR_SELF -> "as a young person of 16 or 17 who answers for themselves";
            case ASSESSED_COMPETENT -> "as a young person whose own understanding was assessed";
        };
    }

    static String of(AnswerMethod method) {
        return switch (method) {
            case SIGNED_FORM -> "on a signed form";
            case ELECTRONIC_FORM -> "on an electronic form";
            case EMAIL -> "by email";
            case SPOKEN_IN_PERSON -> "spoken in person";
            case SPOKEN_BY_PHONE -> "spoken by phone";
            case INTERPRETED -> "through an interpreter";
        };
    }

    static String of(WithdrawalChannel channel) {
        return switch (channel) {
            case IN_PERSON -> "in person";
            case PHONE -> "by phone";
            case EMAIL -> "by email";
            case LETTER -> "by letter";
            case PORTAL -> "through the portal";
            case THROUGH_PROFESSIONAL -> "through a professional";
        };
    }

    static String of(Gateway gateway) {
        return switch (gateway) {
            case LEGAL_OBLIGATION -> "a legal obligation";
            case VITAL_INTERESTS -> "the protection of somebody's life";
            case PUBLIC_TASK -> "a public task";
        };
    }

    static String of(LawfulBasis basis) {
        return switch (basis) {
            case CONSENT -> "consent";
            case LEGAL_OBLIGATION -> "a legal obligation";
            case VITAL_INTERESTS -> "the protection of somebody's life";
            case PUBLIC_TASK -> "a public task";
        };
    }

    static String of(Article9Condition condition) {
        return switch (condition) {
            case EXPLICIT_CONSENT -> "explicit consent";
            case VITAL_INTERESTS -> "vital interests";
            case SUBSTANTIAL_PUBLIC_INTEREST -> "substantial public interest";
            case HEALTH_OR_SOCIAL_CARE -> "health or social care";
        };
    }

    static String of(SafeguardingReason reason) {
        return switch (reason) {
            case CONSENT_CANNOT_BE_GIVEN -> "consent cannot be given";
            case CONSENT_CANNOT_REASONABLY_BE_OBTAINED -> "consent cannot reasonably be obtained";
            case CONSENT_WOULD_PREJUDICE_PROTECTION -> "asking for consent would put the protection at risk";
        };
    }

    static String of(HubDecision decision) {
        return switch (decision) {
            case ALLOCATE -> "to allocate a service";
            case STEP_UP -> "to hand the family up to social care";
            case SIGNPOST -> "to point the family to help elsewhere";
            case DEFER -> "to discuss it again at a later meeting";
            case NO_FURTHER_ACTION -> "to take no further action";
        };
    }

    static String of(AgendaRemoval cause) {
        return switch (cause) {
            case CONSENT_LOST -> "consent no longer covers the discussion";
            case ASKED -> "somebody asked for it";
            case DISCUSSED -> "it was discussed";
            case NOT_REACHED -> "the meeting did not reach it";
            case MEETING_CANCELLED -> "the meeting was cancelled";
            case STEPPED_UP -> "the family was handed up to social care";
            case CLOSED -> "the referral was closed";
        };
    }

    static String of(DeclineReason reason) {
        return switch (reason) {
            case NO_CAPACITY -> "no free place";
            case NOT_ELIGIBLE -> "the service is not meant for this family";
            case OUT_OF_AREA -> "out of its area";
            case NOT_SAFE_TO_DELIVER -> "not safe to deliver";
            case FAMILY_UNREACHABLE -> "the family could not be reached";
            case OTHER -> "another reason";
        };
    }

    static String of(ServiceOutcome outcome) {
        return switch (outcome) {
            case NEEDS_MET -> "the needs were met";
            case PARTLY_MET -> "the needs were partly met";
            case NOT_MET -> "the needs were not met";
            case FAMILY_LEFT -> "the family left";
            case STEPPED_UP -> "the family was handed up to social care";
        };
    }

    static String of(ClosureReason reason) {
        return switch (reason) {
            case NEEDS_MET -> "the needs were met";
            case NO_CONSENT -> "there was no consent";
            case SIGNPOSTED -> "the family was pointed to help elsewhere";
            case NO_FURTHER_ACTION -> "no further action";
            case STEPPED_UP -> "the family was handed up to social care";
            case FAMILY_MOVED -> "the family moved away";
            case DUPLICATE -> "it is the same as another referral";
            case RECEIVED_IN_ERROR -> "it was received in error";
        };
    }

    static String of(AccessEnd cause) {
        return switch (cause) {
            case CONSENT_WITHDRAWN -> "consent was withdrawn";
            case CONSENT_ENDED -> "consent ended";
            case RECALLED -> "it was asked back";
            case PERIOD_ENDED -> "its time was over";
            case REFERRAL_CLOSED -> "the referral was closed";
        };
    }

    static String of(RecallCause cause) {
        return switch (cause) {
            case CONSENT_WITHDRAWN -> "consent was withdrawn";
            case SHARED_IN_ERROR -> "it was shared in error";
            case DATA_CORRECTED -> "it was corrected since";
            case NO_LONGER_NEEDED -> "it is no longer needed";
        };
    }

    static String of(RecallAnswer answer) {
        return switch (answer) {
            case DESTROYED -> "it was destroyed";
            case RETURNED -> "it was given back";
            case KEPT_UNDER_OWN_DUTY -> "it was kept under a duty of the recipient's own";
        };
    }

    static String of(SharingPurpose purpose) {
        return switch (purpose) {
            case SUPPORT_EDUCATION -> "to support education";
            case SUPPORT_HEALTH -> "to support health";
            case SUPPORT_HOUSING -> "to support housing";
            case DELIVER_SERVICE -> "to deliver a service";
            case PROTECT_FROM_HARM -> "to protect somebody from harm";
            case HAND_OVER -> "to hand over";
            case COMMISSIONING -> "to commission services";
        };
    }

    static String of(SharingChannel channel) {
        return switch (channel) {
            case HUB_PORTAL -> "through the Hub";
            case SECURE_EMAIL -> "by secure email";
            case PHONE -> "by phone";
            case IN_PERSON -> "in person";
        };
    }
}
