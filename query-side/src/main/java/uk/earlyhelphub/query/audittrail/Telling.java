package uk.earlyhelphub.query.audittrail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.DetailsCorrected;

/** What a narrator has at hand while it tells one event: how people are called, what texts show, and when it was recorded. */
final class Telling {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
    private final Cast cast;
    private final @Nullable LocalDate recordedOn;

    Telling(Cast cast, @Nullable Instant recordedAt) {
        this.cast = cast;
        this.recordedOn = recordedAt == null ? null : LocalDate.ofInstant(recordedAt, LONDON);
    }

    /** Who and what there is to tell of. */
    interface Cast {
        /** How a person is called in this account, with their part in the family where it is known. */
        String person(PersonId person);

        /** The name alone, if there is one to tell. */
        Optional<String> name(PersonId person);

        /** How somebody who works with the Hub is called; as they sign in if no name is on record. */
        String colleague(String id);

        /** What is shown for a sealed text. */
        String text(ProtectedText text);

        /** What the record held before a correction, as far as it is known here. */
        Optional<ProtectedText> heldBefore(DetailsCorrected correction);
    }

    String person(PersonId person) {
        return cast.person(person);
    }

    Optional<String> name(PersonId person) {
        return cast.name(person);
    }

    String people(List<PersonId> people) {
        return people.isEmpty() ? "nobody in particular" : Words.all(people, this::person);
    }

    /** For whom somebody answered: for themselves, or for somebody else. */
    String onBehalf(PersonId answering, PersonId about) {
        return answering.equals(about) ? "for themselves" : "for " + person(about);
    }

    String colleague(String id) {
        return cast.colleague(id);
    }

    String colleagues(List<String> ids) {
        return ids.isEmpty() ? "nobody" : Words.all(ids, this::colleague);
    }

    Optional<ProtectedText> heldBefore(DetailsCorrected correction) {
        return cast.heldBefore(correction);
    }

    /** A text as it stands, without a full stop of its own added. */
    String shown(ProtectedText text) {
        return cast.text(text);
    }

    /** A text at the end of a sentence. */
    String said(ProtectedText text) {
        return Words.stopped(cast.text(text));
    }

    /** Ends a sentence with what was said, if anything was. */
    String end(String before, @Nullable ProtectedText text) {
        return text == null ? "." : before + said(text);
    }

    /** A sentence of its own about what was said, if anything was. */
    String also(String before, @Nullable ProtectedText text) {
        return text == null ? "" : " " + before + said(text);
    }

    /** A day that somebody stated, and the day of recording too where it was another. */
    String on(LocalDate stated) {
        var told = "on " + Words.day(stated);
        if (recordedOn == null || recordedOn.equals(stated)) {
            return told;
        }
        return told + ", recorded on "
                + (recordedOn.getYear() == stated.getYear() ? DAY_AND_MONTH.format(recordedOn) : Words.day(recordedOn));
    }
}
