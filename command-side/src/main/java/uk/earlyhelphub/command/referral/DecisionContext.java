package uk.earlyhelphub.command.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.earlyhelphub.events.ids.MeetingId;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.model.calendar.WorkingDays;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.hubmeeting.HubMeetingState;
import uk.earlyhelphub.model.local.LocalLists;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * How things stand when a command is decided.
 *
 * @param today the date in London
 * @param local what this Hub was told of its own place
 * @param meetings finds a meeting; throws a broken rule if there is none
 * @param offers finds a service in the directory; throws a broken rule if there is none
 * @param ages answers how old people are
 * @param at the instant that every event of the command carries
 * @param searches finds a search for people by its id
 */
public record DecisionContext(
        ReferralState state,
        Actor actor,
        LocalDate today,
        WorkingDays calendar,
        LocalLists local,
        Function<MeetingId, HubMeetingState> meetings,
        Function<OfferId, ServiceOfferState> offers,
        Ages ages,
        Instant at,
        Function<String, Optional<Search>> searches) {

    private static final Duration SEARCH_HOLDS = Duration.ofDays(1);

    /**
     * A search for people that is on record.
     *
     * @param by the id of who searched
     * @param found whom they were shown
     */
    public record Search(String by, Instant at, List<PersonId> found) {}

    /**
     * The sender's own search, of the last day.
     *
     * @throws Refused if they did not search: nobody is recorded a second time by oversight
     */
    public Search requireSearch(String searchId) {
        return searches.apply(searchId)
                .filter(s -> s.by().equals(actor.id()) && !s.at().isBefore(at.minus(SEARCH_HOLDS)))
                .orElseThrow(
                        () -> Refused.by(
                                ReferralRule.SEARCH_FIRST,
                                "searchId",
                                "Search for the family first (POST /api/person-searches), not more than a day before, and send the searchId of the answer."));
    }

    /** The person, who must be part of this referral. */
    public void requirePerson(PersonId person, String field) {
        if (!state.household().has(person)) {
            throw Refused.by(ReferralRule.PERSON_NOT_IN_REFERRAL, field, "This person is not part of the referral.");
        }
    }

    /** A date that somebody stated, which cannot lie ahead. */
    public void requireNotAhead(LocalDate stated, String field) {
        if (stated.isAfter(today)) {
            throw Refused.by(CommonRule.DATE_AHEAD, field, "This date lies in the future.");
        }
    }

    /** A date that must still come. */
    public void requireAhead(LocalDate stated, String field) {
        if (!stated.isAfter(today)) {
            throw Refused.by(CommonRule.DATE_PAST, field, "This date must lie in the future.");
        }
    }

    /** A version of the privacy notice that had come into force by the day of which it is said that somebody had it. */
    public void requireNotice(String version, LocalDate day) {
        var notices = local.notices();
        if (notices.inForceBy(version, day)) {
            return;
        }
        var known = notices.inForceBy(day);
        throw Refused.by(
                ReferralRule.NOTICE_VERSION_NOT_IN_FORCE,
                "noticeVersion",
                (notices.since(version).isPresent()
                                ? "This version of the privacy notice was not in force yet on " + day + "."
                                : "There is no such version of the privacy notice.")
                        + (known.isEmpty()
                                ? " By that day there was none: check the date."
                                : " For that day one of these is accepted: " + String.join(", ", known) + "."));
    }

    /** An area that this Hub knows: a misspelt one would only be noticed when no service fits. */
    public void requireArea(String area) {
        if (!local.areas().contains(area)) {
            throw Refused.by(
                    ReferralRule.AREA_NOT_KNOWN,
                    "area",
                    "This Hub knows no area of that name. It knows: " + String.join(", ", local.areas()) + ".");
        }
    }

    /** The referral as a decision would leave it. */
    public ReferralState stateAfter(Decision decision) {
        var after = state;
        for (var event : decision.events()) {
            if (event instanceof ReferralEvent ours) {
                after = after.after(ours);
            }
        }
        return after;
    }

    /** As it stands once a person is known to be so old. */
    public DecisionContext withAge(PersonId person, AgeBand band) {
        return new DecisionContext(
                state,
                actor,
                today,
                calendar,
                local,
                meetings,
                offers,
                (asked, day) -> asked.equals(person) && day.equals(today) ? band : ages.on(asked, day),
                at,
                searches);
    }

    /** What the consents and gateways of a referral cover today, this one or as a decision would leave it. */
    public ConsentCoverage coverageOf(ReferralState referral) {
        return new ConsentCoverage(referral, ages);
    }

    /** Consent in force today, or a recorded gateway, for a purpose and for each of these people (R9, R12). */
    public void requireConsent(ConsentPurpose purpose, List<PersonId> people) {
        var coverage = coverageOf(state);
        for (var person : people) {
            if (coverage.covers(person, purpose, today).isPresent()) {
                continue;
            }
            if (coverage.endedByAge(person, purpose, today)) {
                throw Refused.by(
                        ReferralRule.PARENTS_CONSENT_ENDED,
                        "The young person is 18: a parent's consent counts no more. Ask them (R12).");
            }
            if (state.consents().outcome(person, purpose) == Answers.Outcome.DISPUTED) {
                throw Refused.by(
                        ReferralRule.CONSENT_DISPUTED,
                        "Those who hold parental responsibility gave different answers. A manager of the team decides, with reasons, or one of them changes their answer.");
            }
            throw Refused.by(
                    ReferralRule.CONSENT_NOT_IN_FORCE,
                    "There is no consent in force for this purpose, and no recorded gateway. Record consent, or have a manager decide with reasons.");
        }
    }

    /** How old a person is today. */
    public AgeBand age(PersonId person) {
        return ages.on(person, today);
    }

    public boolean isAdult(PersonId person) {
        return age(person) == AgeBand.ADULT;
    }
}
