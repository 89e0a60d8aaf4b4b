package uk.earlyhelphub.query.audittrail;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Short codes that are no enums - fields, views, commands, rules - in words. What is not listed is taken apart at its capitals and
 * dashes, so that a code that is new reads as words too, and never as a name out of a program.
 */
final class Spoken {
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("alsoKnownAs", "other name"),
            Map.entry("dueOn", "due date"),
            Map.entry("nhsNumber", "NHS number"),
            Map.entry("upn", "unique pupil number"),
            Map.entry("uprn", "property number"),
            Map.entry("gp", "GP surgery"),
            Map.entry("phone", "telephone number"),
            Map.entry("email", "email address"),
            Map.entry("information", "recorded information"),
            Map.entry("referral", "case"),
            Map.entry("from", "the time from"),
            Map.entry("to", "the time until"));

    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("casefile", "the case"),
            Map.entry("casefile-as-at", "the case as it stood at an earlier time"),
            Map.entry("history", "the history"),
            Map.entry("consent-check", "the check of consents"),
            Map.entry("hubagenda", "the Hub meetings and their agendas"),
            Map.entry("break-glass", "emergency openings of cases"),
            Map.entry("refused-emergencies", "emergency openings of cases that were refused"),
            Map.entry("sharing-register", "the register of sharings"),
            Map.entry("shared-with-me", "the list of what was shared"),
            Map.entry("allocated-to-me", "the list of what their organisation was offered"),
            Map.entry("case-search", "the search for cases"),
            Map.entry("shared", "what was shared"),
            Map.entry("worklist", "the list of cases to work on"),
            Map.entry("who-looked", "who looked at the record"),
            Map.entry("my-record", "their own record"),
            Map.entry("audittrail", "the account of the case"),
            Map.entry("trail", "the account of everything"),
            Map.entry("trail-export", "a copy of the account"),
            Map.entry("accountability-pack", "an accountability pack"),
            Map.entry("could-see", "what somebody could see at an earlier time"),
            Map.entry("dead-letters", "what could not be brought up to date"),
            Map.entry("replays", "the replays of the history"),
            Map.entry("proof", "the proofs of the history"),
            Map.entry("conflict-reason", "a record of somebody close, with a reason"),
            Map.entry("conflicts", "the list of people who came upon a record of somebody close"),
            Map.entry("my-connections", "whom they are close to"),
            Map.entry("connection-removals", "who asked to have their connections forgotten"),
            Map.entry("person-search", "the search for people"),
            Map.entry("search", "the search for people"));

    private static final Map<String, String> COMMANDS = Map.ofEntries(
            Map.entry("AcceptAllocation", "take up the allocation of a service"),
            Map.entry("AcknowledgeHandover", "confirm a handover"),
            Map.entry("AcknowledgeRecall", "answer a recall"),
            Map.entry("AddPerson", "add a person to the case"),
            Map.entry("AllocateService", "allocate a service"),
            Map.entry("ApproveReplay", "agree to a replay of the history"),
            Map.entry("AskConnectionsRemoval", "have their connections forgotten"),
            Map.entry("CancelHubMeeting", "cancel a Hub meeting"),
            Map.entry("CancelReplay", "call off a replay of the history"),
            Map.entry("ChangeCapacity", "change the places of a service"),
            Map.entry("CloseReferral", "close the referral"),
            Map.entry("Command", "change something"),
            Map.entry("ConfirmConnectionsRemoval", "have somebody's connections forgotten"),
            Map.entry("CorrectDetails", "correct details of a person"),
            Map.entry("CorrectReferral", "correct what was said of the referral"),
            Map.entry("CorrectHousehold", "correct who lives in the household"),
            Map.entry("DeclareConnection", "declare to whom they are close"),
            Map.entry("DeclareInterest", "declare an interest in a case"),
            Map.entry("DeclineAllocation", "decline the allocation of a service"),
            Map.entry("DiscussAtHub", "discuss the case at the Hub"),
            Map.entry("EndService", "end a service"),
            Map.entry("EndStaffAccess", "end a colleague's access"),
            Map.entry("GiveConflictReason", "say why they open a record of somebody close"),
            Map.entry("GivePrivacyNotice", "record that the privacy notice was given"),
            Map.entry("HoldHubMeeting", "record that a Hub meeting was held"),
            Map.entry("InformReferrer", "record that the referrer was told"),
            Map.entry("KeepDeadlines", "keep the dates of the case"),
            Map.entry("LinkPerson", "recognise a person as somebody already known"),
            Map.entry("OpenInEmergency", "open the case in an emergency"),
            Map.entry("OverrideConsent", "go on without consent"),
            Map.entry("PauseReplay", "have a replay of the history wait"),
            Map.entry("PublishAgenda", "publish the agenda of a Hub meeting"),
            Map.entry("PutReferralOnAgenda", "put the case on the agenda of a Hub meeting"),
            Map.entry("ReachConsentReview", "have consent asked again"),
            Map.entry("RecallSharing", "ask back what was shared"),
            Map.entry("ReceiveReferral", "record a new referral"),
            Map.entry("RecordAttendance", "record who came to a Hub meeting"),
            Map.entry("RecordConsent", "record a consent"),
            Map.entry("RecordInformation", "record information about a person"),
            Map.entry("RefuseConsent", "record that consent was refused"),
            Map.entry("RegisterServiceOffer", "register a service"),
            Map.entry("ReopenReferral", "open the referral again"),
            Map.entry("RequestConsent", "ask for consent"),
            Map.entry("RequestReplay", "ask for a replay of the history"),
            Map.entry("RestoreStaffAccess", "restore a colleague's access"),
            Map.entry("ResumeReplay", "have a replay of the history go on"),
            Map.entry("RetryDeadLetters", "have what could not be brought up to date tried again"),
            Map.entry("ReviewConflict", "judge that somebody came upon a record of somebody close"),
            Map.entry("ReviewEmergency", "judge an emergency opening of a case"),
            Map.entry("ReturnForInformation", "ask the referrer for what is missing"),
            Map.entry("ScheduleHubMeeting", "call a Hub meeting"),
            Map.entry("SetDeadLettersAside", "set aside what could not be brought up to date"),
            Map.entry("ShareData", "share information"),
            Map.entry("StartService", "record the start of a service"),
            Map.entry("StepDownFromSocialCare", "take the family over from social care"),
            Map.entry("StepUpToSocialCare", "hand the family up to social care"),
            Map.entry("SupplyInformation", "record what the referrer supplied"),
            Map.entry("TakeReferralOffAgenda", "take the case off the agenda of a Hub meeting"),
            Map.entry("TriageReferral", "set the level of need"),
            Map.entry("UnlinkPerson", "undo that a person was recognised"),
            Map.entry("WithdrawConsent", "record that consent was withdrawn"),
            Map.entry("WithdrawServiceOffer", "withdraw a service"));

    private static final Map<String, String> RULES = Map.ofEntries(
            Map.entry("family-excluded-recipient", "the family does not want this recipient to have it"),
            Map.entry("consent-not-in-force", "no consent is in force"),
            Map.entry(
                    "parents-consent-ended",
                    "a parent's consent no longer counts, because the young person is an adult"),
            Map.entry("consent-not-covering-recipient", "the consent does not cover this recipient"),
            Map.entry("consent-not-covering-category", "the consent does not cover this kind of information"),
            Map.entry("gateway-not-recorded", "no decision to go on without consent is on record"),
            Map.entry(
                    "gateway-not-covering-recipient",
                    "the decision to go on without consent does not cover this recipient"),
            Map.entry("one-emergency-at-a-time", "they had another case open in an emergency"),
            Map.entry("emergency-is-open", "they had this case open in an emergency already"),
            Map.entry("emergency-needs-review", "nobody had yet judged the emergencies of theirs in the last day"));

    private static final Map<String, String> FORMATS = Map.of(
            "CSV", "a spreadsheet (CSV)",
            "JSON_LINES", "JSON lines",
            "CLOUD_EVENTS", "CloudEvents",
            "pdf", "a PDF",
            "json", "JSON",
            "hub-history", "a history file");

    private Spoken() {}

    static String field(String code) {
        return FIELDS.getOrDefault(code, apart(code));
    }

    static String fields(List<String> codes) {
        return Words.all(codes, Spoken::field);
    }

    static String view(String code) {
        return VIEWS.getOrDefault(code, apart(code));
    }

    /** Views are named in small letters, commands by a name that begins with a capital. */
    static boolean isCommand(String viewOrCommand) {
        return !viewOrCommand.isEmpty() && Character.isUpperCase(viewOrCommand.charAt(0));
    }

    /** What a command does, to follow "tried to". */
    static String command(String name) {
        return COMMANDS.getOrDefault(name, apart(name));
    }

    static String rule(String code) {
        return RULES.getOrDefault(code, apart(code));
    }

    static String format(String code) {
        return FORMATS.getOrDefault(code, apart(code));
    }

    /** {@code name=value} pairs as they stand on record, such as {@code trail.actor=amy}. */
    static String selection(List<String> pairs) {
        return Words.all(pairs, pair -> {
            var equals = pair.indexOf('=');
            if (equals < 0) {
                return apart(pair);
            }
            var name = pair.substring(pair.lastIndexOf('.', equals) + 1, equals);
            return field(name) + " " + value(pair.substring(equals + 1));
        });
    }

    /** An id, an instant or somebody's sign-in stays as it is; a code is taken apart. */
    private static String value(String value) {
        return value.matches("[A-Z]+(_[A-Z]+)*|[A-Z][A-Za-z]+\\.[A-Z*][A-Za-z]*") ? apart(value) : value;
    }

    static String apart(String code) {
        var spaced =
                code.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('_', ' ').replace('-', ' ');
        // An id is no code; it stays whole.
        return code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? code : spaced.toLowerCase(Locale.UK);
    }
}
