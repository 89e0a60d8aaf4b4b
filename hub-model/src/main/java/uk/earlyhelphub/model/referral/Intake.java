package uk.earlyhelphub.model.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.InformationSupplied;
import uk.earlyhelphub.events.referral.IntakeEvent;
import uk.earlyhelphub.events.referral.LevelOfNeed;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralReturnedForInformation;
import uk.earlyhelphub.events.referral.ReferralTriaged;
import uk.earlyhelphub.events.referral.ReferrerInformed;

/** How the referral arrived, what was asked back, how it was triaged and whether the referrer was told. */
public record Intake(
        @Nullable ReferralReceived received,
        List<Clarification> clarifications,
        List<ReferralTriaged> triages,
        List<ReferrerInformed> referrerInformed) {

    /** One request to the referrer, with every answer so far, the first one first. */
    public record Clarification(ReferralReturnedForInformation asked, List<InformationSupplied> answers) {
        public Clarification {
            answers = List.copyOf(answers);
        }

        /** The answer that closed it; none as long as something is still asked for. */
        public @Nullable InformationSupplied supplied() {
            return answers.isEmpty() || !answers.getLast().complete() ? null : answers.getLast();
        }

        /** What was asked for and is not answered, whether or not anybody still waits for it. */
        public List<String> unanswered() {
            return asked.missing().stream()
                    .filter(item -> answers.stream().noneMatch(a -> a.supplied().contains(item)))
                    .toList();
        }
    }

    static final Intake NONE = new Intake(null, List.of(), List.of(), List.of());

    Intake after(IntakeEvent event) {
        return switch (event) {
            case ReferralReceived e -> new Intake(e, clarifications, triages, referrerInformed);
            case ReferralCorrected e -> new Intake(corrected(e), clarifications, triages, referrerInformed);
            case ReferralReturnedForInformation e ->
                new Intake(received, plus(clarifications, new Clarification(e, List.of())), triages, referrerInformed);
            case InformationSupplied e -> new Intake(received, answered(e), triages, referrerInformed);
            case ReferralTriaged e -> new Intake(received, clarifications, plus(triages, e), referrerInformed);
            case ReferrerInformed e -> new Intake(received, clarifications, triages, plus(referrerInformed, e));
        };
    }

    private ReferralReceived corrected(ReferralCorrected e) {
        var was = arrival();
        return new ReferralReceived(
                was.referralId(),
                was.reference(),
                was.channel(),
                was.receivedOn(),
                e.area() == null ? was.area() : e.area(),
                e.team() == null ? was.team() : e.team(),
                e.referrer() == null ? was.referrer() : e.referrer(),
                was.familyAware(),
                was.familyNotAwareReason(),
                was.immediateRisk(),
                was.child(),
                was.summary(),
                was.needs(),
                was.strengths(),
                was.worries(),
                was.childsViews(),
                was.parentsViews(),
                was.mustNotSee(),
                e.excludedAgencies() == null ? was.excludedAgencies() : e.excludedAgencies(),
                was.searchId(),
                was.previousReferral());
    }

    private List<Clarification> answered(InformationSupplied e) {
        var all = new ArrayList<>(clarifications);
        var last = all.removeLast();
        all.add(new Clarification(last.asked(), plus(last.answers(), e)));
        return List.copyOf(all);
    }

    /** What happened first of all, with what was put right about it since. Throws {@link IllegalStateException} before the referral was received. */
    public ReferralReceived arrival() {
        if (received == null) {
            throw new IllegalStateException("No referral was received yet");
        }
        return received;
    }

    /** The child the referral is chiefly about. */
    public PersonId child() {
        return arrival().child();
    }

    public boolean waitsForReferrer() {
        return !clarifications.isEmpty() && clarifications.getLast().supplied() == null;
    }

    /** What the referrer was asked for last and has not supplied. */
    public List<String> missing() {
        return waitsForReferrer() ? clarifications.getLast().unanswered() : List.of();
    }

    public @Nullable LocalDate neededBy() {
        return waitsForReferrer() ? clarifications.getLast().asked().neededBy() : null;
    }

    /** Days, both ends counted as dates, that the referral has spent with the referrer so far. */
    public long daysWithReferrer(LocalDate today) {
        return clarifications.stream()
                .mapToLong(c -> c.asked()
                        .returnedOn()
                        .until(
                                c.supplied() == null ? today : c.supplied().suppliedOn(),
                                java.time.temporal.ChronoUnit.DAYS))
                .sum();
    }

    public @Nullable LevelOfNeed level() {
        return triages.isEmpty() ? null : triages.getLast().level();
    }

    static <T> List<T> plus(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
