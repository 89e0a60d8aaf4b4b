package uk.earlyhelphub.model.referral;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.DisputeOutcome;

/**
 * Everything that was answered about the people of a referral, in the order in which it was recorded, and whose word counts (R10,
 * R11).
 */
public record Answers(List<Answered> all, List<DisputeDecision> decisions) {
    static final Answers NONE = new Answers(List.of(), List.of());

    /**
     * One yes, no or withdrawal about one person.
     *
     * @param by whose answer it is
     */
    public record Answered(
            ConsentId consentId, PersonId personId, PersonId by, boolean yes, Set<ConsentPurpose> purposes) {
        /** Whether they answered for themselves. */
        boolean own() {
            return by.equals(personId);
        }

        boolean about(PersonId person, ConsentPurpose purpose) {
            return personId.equals(person) && purposes.contains(purpose);
        }
    }

    /**
     * A decision between parents who disagree.
     *
     * @param answersBefore how many answers had been recorded by then; whatever is said later re-opens it
     */
    public record DisputeDecision(ConsentDisputeDecided decided, int answersBefore) {}

    /** How everything that was answered about one person and one purpose stands together. */
    public enum Outcome {
        /** Nobody who may answer has. */
        NOBODY_ANSWERED,
        YES,
        NO,
        /** Those who hold parental responsibility disagree, and nobody has decided yet. */
        DISPUTED
    }

    /**
     * What counts of all that was answered about a person and a purpose.
     *
     * @param yes the consents that it rests on
     */
    public record Standpoint(Outcome outcome, List<ConsentId> yes) {}

    Answers and(Answered answer) {
        return new Answers(Intake.plus(all, answer), decisions);
    }

    Answers decided(ConsentDisputeDecided decision) {
        return new Answers(all, Intake.plus(decisions, new DisputeDecision(decision, all.size())));
    }

    /**
     * What counts of all that was answered. A person's own latest word stands against everybody else's, until they change it
     * themselves (R11). Where they have said nothing, the latest word of each person who answered for them counts; if those differ,
     * nothing rests on either until a decision that came after both.
     */
    public Standpoint standpoint(PersonId person, ConsentPurpose purpose) {
        var about = all.stream().filter(a -> a.about(person, purpose)).toList();
        var own = about.stream().filter(Answered::own).reduce((earlier, later) -> later);
        if (own.isPresent()) {
            return standpoint(List.of(own.get()));
        }
        var latest = new LinkedHashMap<PersonId, Answered>();
        for (var answer : about) {
            latest.remove(answer.by());
            latest.put(answer.by(), answer);
        }
        var words = List.copyOf(latest.values());
        var differ = words.stream().anyMatch(Answered::yes) && words.stream().anyMatch(a -> !a.yes());
        return differ ? decided(person, purpose, words) : standpoint(words);
    }

    /** Whether a person's own latest word on a purpose is a no. */
    public boolean saidNoThemselves(PersonId person, ConsentPurpose purpose) {
        return all.stream()
                .filter(a -> a.about(person, purpose) && a.own())
                .reduce((earlier, later) -> later)
                .filter(a -> !a.yes())
                .isPresent();
    }

    /** Whether a person has answered for themselves before. */
    public boolean answeredThemselves(PersonId person) {
        return all.stream().anyMatch(a -> a.personId().equals(person) && a.own());
    }

    private Standpoint decided(PersonId person, ConsentPurpose purpose, List<Answered> words) {
        var last = all.lastIndexOf(words.getLast());
        var decision = decisions.stream()
                .filter(d -> d.decided().personId().equals(person)
                        && d.decided().purposes().contains(purpose))
                .filter(d -> d.answersBefore() > last)
                .reduce((earlier, later) -> later);
        if (decision.isEmpty()) {
            return new Standpoint(Outcome.DISPUTED, List.of());
        }
        return decision.get().decided().outcome() == DisputeOutcome.RELY_ON_CONSENT
                ? standpoint(words.stream().filter(Answered::yes).toList())
                : new Standpoint(Outcome.NO, List.of());
    }

    private Standpoint standpoint(List<Answered> words) {
        if (words.isEmpty()) {
            return new Standpoint(Outcome.NOBODY_ANSWERED, List.of());
        }
        var yes = words.stream().filter(Answered::yes).map(Answered::consentId).toList();
        return new Standpoint(yes.isEmpty() ? Outcome.NO : Outcome.YES, yes);
    }
}
