package uk.earlyhelphub.query.audittrail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.BreakGlassReviewed;
import uk.earlyhelphub.events.recordaccess.BreakGlassUsed;
import uk.earlyhelphub.events.recordaccess.ConflictNoticed;
import uk.earlyhelphub.events.recordaccess.ConflictReasonGiven;
import uk.earlyhelphub.events.recordaccess.ConflictReviewed;
import uk.earlyhelphub.events.recordaccess.ExportDelivered;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.events.recordaccess.RecordOpened;
import uk.earlyhelphub.events.recordaccess.RecordRefused;
import uk.earlyhelphub.events.recordaccess.RecordsSearched;
import uk.earlyhelphub.events.referral.AllocationAccepted;
import uk.earlyhelphub.events.referral.AllocationDeclined;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.ConsentRequested;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.ConsentWithdrawn;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.DiscussedAtHub;
import uk.earlyhelphub.events.referral.HandoverAcknowledged;
import uk.earlyhelphub.events.referral.InformationRecorded;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.PrivacyNoticeGiven;
import uk.earlyhelphub.events.referral.PutOnAgenda;
import uk.earlyhelphub.events.referral.RecallAcknowledged;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.ReferrerInformed;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.ServiceEnded;
import uk.earlyhelphub.events.referral.ServiceStarted;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;
import uk.earlyhelphub.events.referral.TakenOffAgenda;

/** Tells each event in one sentence that a parent could follow. */
public final class Narrator {
    private final Map<PersonId, String> names;
    private final Function<ProtectedText, String> show;
    private final String somebodyElse;

    /**
     * @param names how people of the case are named
     * @param show what is shown for a sealed text
     */
    public Narrator(Map<PersonId, String> names, Function<ProtectedText, String> show) {
        this(names, show, "somebody outside the referral");
    }

    private Narrator(Map<PersonId, String> names, Function<ProtectedText, String> show, String somebodyElse) {
        this.names = names;
        this.show = show;
        this.somebodyElse = somebodyElse;
    }

    /** For those who see what happened, not to whom, nor what was said. */
    static Narrator ofSkeletons() {
        return new Narrator(Map.of(), text -> "[sealed]", "[sealed]");
    }

    /** One sentence. */
    public String tell(HubEvent event) {
        return switch (event) {
            case ReferralEvent e -> referral(e);
            case RecordOpened e ->
                "The record was opened (" + e.view() + "), as " + words(e.relationship()) + "." + within(e.people());
            case RecordExported e ->
                "Records were taken out of the Hub as a file (" + e.view() + ", " + e.format() + ")"
                        + (e.selection().isEmpty() ? "" : ", narrowed down to " + String.join(", ", e.selection()))
                        + "; the copy must be gone after " + e.expiresOn() + ".";
            case ExportDelivered e ->
                "An exported file of " + e.entries() + " entries was handed over whole; its SHA-256 is " + e.sha256()
                        + ".";
            case ConflictNoticed e ->
                "Somebody came upon a record (" + e.view() + ") of a person to whom they seem to be close: "
                        + list(e.kinds()) + ".";
            case ConflictReasonGiven e ->
                "Somebody who seems to be close to a person in the record (" + list(e.kinds())
                        + ") said why they open it: " + show.apply(e.reason());
            case ConflictReviewed e -> "A conflict was reviewed (" + words(e.outcome()) + ").";
            case BreakGlassUsed e ->
                "The case was opened in an emergency for " + e.minutes() + " minutes, because: "
                        + show.apply(e.reason());
            case BreakGlassReviewed e ->
                "The emergency opening of the case was reviewed (" + words(e.outcome()) + "): " + show.apply(e.note());
            case RecordRefused e ->
                // Views are named in small letters, commands by their name.
                (Character.isUpperCase(e.view().charAt(0))
                                ? "Somebody tried what is not theirs to do (" + e.view() + ") and was refused: "
                                : "Somebody asked for the record (" + e.view()
                                        + ") and was told that there is none for them: ")
                        + words(e.because()) + ".";
            case InterestDeclared e -> e.member() + " declared an interest in this case: " + words(e.nature()) + ".";
            case RecordsSearched e ->
                "Records were searched by " + String.join(", ", e.searchedBy()) + "; " + e.matches() + " were found.";
            default -> AroundTheCases.tell(event);
        };
    }

    private static String within(@Nullable List<PersonId> people) {
        if (people == null) {
            return "";
        }
        return switch (people.size()) {
            case 0 -> " Nothing that was said could be read.";
            case 1 -> " Texts about one person could be read.";
            default -> " Texts about " + people.size() + " people could be read.";
        };
    }

    private String referral(ReferralEvent event) {
        return switch (event) {
            case ReferralReceived e ->
                "Referral " + e.reference() + " was received on " + e.receivedOn() + " from a "
                        + words(e.referrer().kind())
                        + (e.referrer().anonymousToFamily() ? " who asked to stay anonymous to the family" : "")
                        + ", about " + name(e.child()) + ": " + show.apply(e.summary());
            case PersonAdded e -> name(e.personId()) + " was recorded as " + words(e.part()) + ".";
            case PersonLinked e ->
                name(e.personId()) + " was recognised as somebody already known: " + show.apply(e.reason());
            case PersonUnlinked e ->
                "That " + name(e.personId()) + " is somebody already known proved wrong and was undone: "
                        + show.apply(e.reason());
            case InformationRecorded e ->
                "Information about " + name(e.personId()) + " was recorded (" + words(e.category()) + ", from "
                        + show.apply(e.source()) + "): " + show.apply(e.text());
            case ReferralReturnedForInformation e ->
                "The referral went back to the referrer for: " + String.join(", ", e.missing()) + "; needed by "
                        + e.neededBy() + ".";
            case InformationSupplied e ->
                "The referrer supplied: " + String.join(", ", e.supplied()) + optional(": ", e.note());
            case DetailsCorrected e ->
                "The " + e.field() + " of " + name(e.personId()) + " was corrected from "
                        + (e.was() == null ? "nothing" : show.apply(e.was())) + " to " + show.apply(e.now())
                        + ", because: " + show.apply(e.reason());
            case PrivacyNoticeGiven e ->
                name(e.personId()) + " was given the privacy notice, version " + e.noticeVersion() + ", on "
                        + e.givenOn() + ".";
            case ConsentRequested e ->
                name(e.personId()) + " was asked for consent to " + list(e.purposes()) + ", to answer by "
                        + e.respondBy() + ".";
            case ConsentGiven e ->
                name(e.givenBy()) + " consented on " + e.givenOn() + " for " + name(e.personId()) + " ("
                        + words(e.capacity()) + ", " + words(e.method()) + ") to "
                        + list(e.purposes())
                        + (e.agencies().isEmpty()
                                ? ""
                                : ", with " + list(e.agencies()) + ", of " + list(e.categories()))
                        + "; to be looked at again on " + e.reviewOn() + ".";
            case ConsentRefused e ->
                name(e.refusedBy()) + " refused consent for " + name(e.personId()) + " to " + list(e.purposes())
                        + optional(": ", e.reason());
            case ConsentWithdrawn e ->
                name(e.withdrawnBy()) + " withdrew consent for " + name(e.personId()) + " to " + list(e.purposes())
                        + " (" + words(e.channel()) + ")" + optional(": ", e.reason());
            case ConsentReviewReached e ->
                "Consent for " + name(e.personId()) + " must be asked again (" + words(e.cause()) + ").";
            case ConsentOverridden e ->
                "It was decided to go on without consent for " + list(e.purposes()) + " under " + words(e.gateway())
                        + " (" + e.enactment() + ") until " + e.endsOn() + ": " + show.apply(e.reason());
            case ReferralTriaged e ->
                "The level of need was set to " + words(e.level()) + " (due " + e.dueOn() + "): "
                        + show.apply(e.rationale());
            case PutOnAgenda _ -> "The referral was put on the agenda of a Hub meeting.";
            case TakenOffAgenda e ->
                "The referral left the agenda (" + words(e.cause()) + ")" + optional(": ", e.reason());
            case DiscussedAtHub e ->
                "The Hub meeting of " + e.discussedOn() + " (present: " + String.join(", ", e.present()) + ") weighed "
                        + e.options().stream().map(o -> words(o.decision())).collect(Collectors.joining(", "))
                        + " and decided: " + words(e.decision()) + ", because: "
                        + show.apply(e.rationale())
                        + e.dissent().stream()
                                .map(d -> " " + d.member() + " disagreed: " + show.apply(d.reason()))
                                .collect(Collectors.joining())
                        + (e.follows() == null ? "" : " This follows an earlier decision.");
            case ServiceAllocated e ->
                "A service of " + e.provider() + " was allocated to " + people(e.people()) + ", to answer by "
                        + e.answerBy() + (e.insteadOf() == null ? "." : ", in place of an earlier allocation.");
            case AllocationAccepted e ->
                "The provider took the allocation up on " + e.acceptedOn()
                        + (e.worker() == null ? "." : "; the worker is " + e.worker() + ".");
            case AllocationDeclined e ->
                "The provider could not take the allocation up (" + words(e.reasonCode()) + "): "
                        + show.apply(e.reason());
            case ServiceStarted e -> "The family met the service for the first time on " + e.startedOn() + ".";
            case ServiceEnded e ->
                "The service ended on " + e.endedOn() + " (" + words(e.outcome()) + ")" + optional(": ", e.summary());
            case SteppedUpToSocialCare e ->
                "The family was handed up to social care" + (e.immediate() ? " at once" : "") + ": "
                        + show.apply(e.reason());
            case SteppedDownFromSocialCare e -> "Social care handed the family back: " + show.apply(e.reason());
            case HandoverAcknowledged e ->
                e.acknowledgedBy() + " confirmed the handover on " + e.acknowledgedOn() + ".";
            case DataShared e ->
                list(e.categories()) + " (" + String.join(", ", e.fields()) + ") of " + people(e.people())
                        + " was shared with " + words(e.recipient()) + " (" + show.apply(e.recipientName()) + ") by "
                        + words(e.channel()) + ", for: " + words(e.purpose()) + ", on the basis of " + words(e.basis())
                        + ". Necessary because: " + show.apply(e.necessity())
                        + " Proportionate because: " + show.apply(e.proportionality());
            case SharingRefused e ->
                "Sharing " + list(e.categories()) + " of " + people(e.people()) + " with " + words(e.recipient())
                        + " was refused: " + e.rule().replace('-', ' ') + ".";
            case PartnerAccessEnded e -> "The access of " + words(e.recipient()) + " ended (" + words(e.cause()) + ").";
            case SharingRecalled e ->
                words(e.recipient()) + " was asked to give back or destroy what was shared (" + words(e.cause()) + ")"
                        + optional(": ", e.reason());
            case RecallAcknowledged e -> e.acknowledgedBy() + " answered the recall: " + words(e.answer()) + ".";
            case ReferrerInformed e ->
                "The referrer was told by " + words(e.method()) + " on " + e.informedOn() + optional(": ", e.what());
            case ReferralClosed e ->
                "The referral was closed (" + words(e.reasonCode()) + ")" + optional(": ", e.reason());
            case ReferralReopened e -> "The referral was opened again: " + show.apply(e.reason());
        };
    }

    private String name(PersonId person) {
        return names.getOrDefault(person, somebodyElse);
    }

    private String people(List<PersonId> people) {
        return people.stream().map(this::name).collect(Collectors.joining(" and "));
    }

    private String optional(String before, @Nullable ProtectedText text) {
        return text == null ? "." : before + show.apply(text);
    }

    private static String list(List<? extends Enum<?>> codes) {
        return codes.stream().map(Narrator::words).collect(Collectors.joining(", "));
    }

    static String words(Enum<?> code) {
        return words(code.name());
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.UK).replace('_', ' ');
    }
}
