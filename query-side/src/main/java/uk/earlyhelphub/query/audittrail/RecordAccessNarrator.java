package uk.earlyhelphub.query.audittrail;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.recordaccess.BreakGlassOutcome;
import uk.earlyhelphub.events.recordaccess.BreakGlassRefused;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ConflictOutcome;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.events.recordaccess.ExportDelivered;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.recordaccess.RecordRefused;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;

/** Tells who looked, or was kept from looking. Who it was stands beside the line. */
final class RecordAccessNarrator {
    private static final Set<String> ABOUT_A_PERSON = Set.of("name", "dateOfBirth", "postcode", "nhsNumber", "upn");

    private RecordAccessNarrator() {}

    static String tell(RecordAccessEvent event, Telling t) {
        return switch (event) {
            case RecordOpened e ->
                "Somebody opened " + Spoken.view(e.view()) + ", " + relationship(e.relationship()) + "."
                        + within(e.people());
            case RecordExported e ->
                "Records were taken out of the Hub as a file: " + Spoken.view(e.view()) + ", as "
                        + Spoken.format(e.format())
                        + (e.selection().isEmpty() ? "" : ", narrowed down to " + Spoken.selection(e.selection()))
                        + ". The copy must be gone after " + Words.day(e.expiresOn()) + ".";
            case ExportDelivered e ->
                "An exported file of " + Words.count(e.entries(), "entry", "entries")
                        + " was handed over whole; it can be recognised by its SHA-256 checksum, " + e.sha256() + ".";
            case ConflictNoticed e ->
                // How close they seem is the Data Protection Officer's to see, in the list of conflicts: the team reads
                // this line.
                (Spoken.isCommand(e.view())
                                ? "Somebody tried to " + Spoken.command(e.view()) + " in the case"
                                : "Somebody came upon " + Spoken.view(e.view()))
                        + " of a person to whom they seem to be close.";
            case ConflictReasonGiven _ ->
                "Somebody who seems to be close to a person in the record said why they open it. The Data Protection Officer reads it.";
            case ConflictReviewed e ->
                "The Data Protection Officer judged that somebody came upon the record of a person close to them: "
                        + outcome(e.outcome()) + ".";
            case BreakGlassUsed e ->
                "The case was opened in an emergency for " + Words.count(e.minutes(), "minute", "minutes")
                        + ", because: " + t.said(e.reason());
            case BreakGlassRefused e ->
                "Somebody wanted to open the case in an emergency and was refused, because " + Spoken.rule(e.rule())
                        + ".";
            case BreakGlassReviewed e ->
                "The Data Protection Officer judged that the emergency opening of the case " + outcome(e.outcome())
                        + ": " + t.said(e.note());
            case RecordRefused e ->
                Spoken.isCommand(e.view())
                        ? "Somebody tried to " + Spoken.command(e.view()) + " and was refused, because "
                                + because(e.because()) + "."
                        : "Somebody asked for " + Spoken.view(e.view())
                                + " and was told that there is nothing for them, because " + because(e.because()) + ".";
            case RecordsSearched e -> searched(e);
        };
    }

    private static String searched(RecordsSearched e) {
        var by = e.searchedBy();
        if (!by.isEmpty() && ABOUT_A_PERSON.containsAll(by)) {
            return "People were searched for by " + Spoken.fields(by) + "; "
                    + (e.matches() == 0 ? "nobody was" : Words.count(e.matches(), "person was", "people were"))
                    + " found.";
        }
        if (!by.isEmpty() && by.getFirst().startsWith("case-search.reason=")) {
            return "A case was searched for, narrowed down to " + Spoken.selection(by) + "; "
                    + (e.matches() == 0 ? "none was" : Words.count(e.matches(), "person was", "people were"))
                    + " found.";
        }
        if (by.isEmpty()) {
            return "Somebody read the account of everything, without narrowing it down.";
        }
        return by.stream().anyMatch(b -> b.contains("="))
                ? "Somebody read " + Spoken.view(by.getFirst().replaceFirst("[.=].*", "")) + ", narrowed down to "
                        + Spoken.selection(by) + "."
                : "Somebody read " + Words.all(by, Spoken::view) + ".";
    }

    private static String within(@Nullable List<PersonId> people) {
        if (people == null) {
            return "";
        }
        return switch (people.size()) {
            case 0 -> " No text about anybody could be read.";
            case 1 -> " Texts about one person could be read.";
            default -> " Texts about " + people.size() + " people could be read.";
        };
    }

    /** By what right; the names are those of the reader's relationships to a case, which are texts in the event. */
    private static String relationship(String code) {
        return switch (code) {
            case "TEAM" -> "as one of the team that works the case";
            case "PROVIDER" -> "as the provider of a service for the family";
            case "HUB_MEMBER" -> "as a member of the Hub meeting";
            case "BREAK_GLASS", "RELATIVE_IN_EMERGENCY" -> "in an emergency";
            case "DATA_PROTECTION" -> "to answer for data protection";
            case "INVESTIGATION" -> "to investigate a complaint";
            case "AUDIT" -> "to verify the history";
            case "RECIPIENT" -> "as the one with whom it was shared";
            default -> "as " + Spoken.apart(code);
        };
    }

    private static String outcome(ConflictOutcome outcome) {
        return switch (outcome) {
            case PROPER -> "it was proper, or they are not close after all";
            case CASE_MOVED -> "somebody else takes the case over";
            case IMPROPER -> "they should not have looked";
        };
    }

    private static String outcome(BreakGlassOutcome outcome) {
        return switch (outcome) {
            case JUSTIFIED -> "was justified";
            case NOT_JUSTIFIED -> "was not justified";
            case UNDER_INVESTIGATION -> "has to be looked into further";
        };
    }

    private static String because(RefusedBecause because) {
        return switch (because) {
            case NO_TIE -> "nothing ties them to it";
            case NOT_THEIR_ROLE -> "it does not come with their role";
            case INTEREST_DECLARED -> "an interest of theirs in the case is on record";
            case ACCESS_ENDED -> "what was shared with them may no longer be read";
            case TOO_OFTEN -> "they took out too much in too short a time";
            case NO_SUCH_RECORD -> "there is no such record";
        };
    }
}
