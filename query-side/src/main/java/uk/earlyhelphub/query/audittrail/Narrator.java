package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.hubmeeting.HubMeetingEvent;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.operations.OperationEvent;
import uk.earlyhelphub.events.personkey.PersonKeyEvent;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.recordaccess.RecordAccessEvent;
import uk.earlyhelphub.events.referral.DetailsCorrected;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferEvent;
import uk.earlyhelphub.events.staffaccess.StaffAccessEvent;
import uk.earlyhelphub.model.referral.Household;
import uk.earlyhelphub.model.referral.ReferralState;

/**
 * Tells each event in sentences that a parent could follow: days as people write them, codes in words, nobody by a name that they
 * sign in with where their own is known. What is not known is left out and never guessed.
 */
public final class Narrator {
    private static final String SEALED = "[sealed]";
    private final Telling.Cast cast;

    private Narrator(Telling.Cast cast) {
        this.cast = cast;
    }

    /**
     * For whoever has no more than names; what a correction replaced is then left out.
     *
     * @param names how people of the case are named
     * @param show what is shown for a sealed text
     */
    public Narrator(Map<PersonId, String> names, Function<ProtectedText, String> show) {
        this(new CastOf(
                person -> names.getOrDefault(person, "somebody outside the referral"),
                person -> Optional.ofNullable(names.get(person)),
                UnaryOperator.identity(),
                show,
                correction -> Optional.empty()));
    }

    /**
     * For one case, with its people by name and part, and with what the record held before each correction.
     *
     * @param colleagues how somebody is called who signs in by an id
     * @param show what is shown for a sealed text
     */
    static Narrator ofCase(
            ReferralState state, UnaryOperator<String> colleagues, Function<ProtectedText, String> show) {
        var household = state.household();
        return new Narrator(new CastOf(
                person -> household
                        .person(person)
                        .map(known -> called(known, show))
                        .orElseGet(() -> isReferrer(state, person) ? "the referrer" : "somebody outside the referral"),
                person -> household.person(person).flatMap(known -> name(known, show)),
                colleagues,
                show,
                correction -> household.person(correction.personId()).flatMap(p -> p.heldBefore(correction))));
    }

    /** For those who see what happened, not to whom, nor what was said. */
    static Narrator ofSkeletons(UnaryOperator<String> colleagues) {
        return new Narrator(new CastOf(
                person -> "a person in the record",
                person -> Optional.empty(),
                colleagues,
                text -> SEALED,
                correction -> Optional.empty()));
    }

    private record CastOf(
            Function<PersonId, String> people,
            Function<PersonId, Optional<String>> names,
            UnaryOperator<String> colleagues,
            Function<ProtectedText, String> texts,
            Function<DetailsCorrected, Optional<ProtectedText>> before)
            implements Telling.Cast {
        @Override
        public String person(PersonId person) {
            return people.apply(person);
        }

        @Override
        public Optional<String> name(PersonId person) {
            return names.apply(person);
        }

        @Override
        public String colleague(String id) {
            return colleagues.apply(id);
        }

        @Override
        public String text(ProtectedText text) {
            return texts.apply(text);
        }

        @Override
        public Optional<ProtectedText> heldBefore(DetailsCorrected correction) {
            return before.apply(correction);
        }
    }

    private static String called(Household.Person person, Function<ProtectedText, String> show) {
        var part = Words.of(person.added().part());
        if (person.name() == null) {
            return "the " + part + " whose name is not known";
        }
        return name(person, show).map(shown -> shown + " (" + part + ")").orElse("the " + part);
    }

    private static Optional<String> name(Household.Person person, Function<ProtectedText, String> show) {
        return Optional.ofNullable(person.name()).map(show).filter(shown -> !shown.equals(SEALED));
    }

    private static boolean isReferrer(ReferralState state, PersonId person) {
        var received = state.intake().received();
        return received != null && received.referrer().personId().equals(person);
    }

    /** Tells it without the day on which it was recorded. */
    public String tell(HubEvent event) {
        return tell(event, null);
    }

    /**
     * Tells it.
     *
     * @param recordedAt when it was recorded; said where the day that was stated is another
     */
    public String tell(HubEvent event, @Nullable Instant recordedAt) {
        var told = told(event, new Telling(cast, recordedAt));
        // A sentence may begin with what somebody is called, such as "the child".
        return told.substring(0, told.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.UK)
                + told.substring(told.offsetByCodePoints(0, 1));
    }

    private static String told(HubEvent event, Telling telling) {
        return switch (event) {
            case ReferralEvent e -> ReferralNarrator.tell(e, telling);
            case HubMeetingEvent e -> HubMeetingNarrator.tell(e, telling);
            case ServiceOfferEvent e -> ServiceOfferNarrator.tell(e, telling);
            case RecordAccessEvent e -> RecordAccessNarrator.tell(e, telling);
            case StaffAccessEvent e -> StaffAccessNarrator.tell(e, telling);
            case OperationEvent e -> OperationNarrator.tell(e, telling);
            case PersonKeyEvent e -> PersonKeyNarrator.tell(e);
            // The streams are not sealed together, because they live in packages of their own; a test tells every
            // event.
            default -> throw new IllegalArgumentException("No narrator knows the stream of " + event.getClass());
        };
    }
}
