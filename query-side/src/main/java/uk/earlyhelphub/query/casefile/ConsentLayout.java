package uk.earlyhelphub.query.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseConsents;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseCompetence;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsent;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentDispute;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentGiven;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentOverridden;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentRefused;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentRequested;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentReview;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseConsentWithdrawn;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseDisputeDecision;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseObjection;
import uk.earlyhelphub.api.casefile.CaseConsents.CaseObjectionAnswer;
import uk.earlyhelphub.api.casefile.CaseConsents.ConsentStanding;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.Consents;
import uk.earlyhelphub.model.referral.Consents.Consent;
import uk.earlyhelphub.model.referral.Consents.Objection;
import uk.earlyhelphub.query.casefile.CaseLayout.Texts;

/**
 * Lays out what was asked, answered, objected to and decided about consent.
 *
 * @param <T> how texts are shown
 */
public final class ConsentLayout<T> {
    private final Texts<T> texts;

    /** @param show what stands in the place of a sealed text */
    public ConsentLayout(Function<ProtectedText, T> show) {
        this.texts = new Texts<>(show);
    }

    /** What was asked, answered, withdrawn or gone without. */
    public CaseConsents<T> of(Consents consents) {
        return new CaseConsents<>(
                consents.asked().stream().map(this::consent).toList(),
                consents.overrides().stream().map(this::override).toList(),
                consents.objections().stream().map(this::objection).toList(),
                disputes(consents),
                consents.answers().decisions().stream()
                        .map(d -> disputeDecision(d.decided()))
                        .toList());
    }

    private CaseObjection<T> objection(Objection objection) {
        var o = objection.recorded();
        var a = objection.answered();
        return new CaseObjection<>(
                o.objectionId().value(),
                o.personId().value(),
                o.purposes(),
                o.objectedBy().value(),
                o.channel(),
                o.objectedOn(),
                texts.orNone(o.reason()),
                a == null
                        ? null
                        : new CaseObjectionAnswer<>(a.outcome(), texts.of(a.reason()), a.answeredBy(), a.answeredOn()));
    }

    private static List<CaseConsentDispute> disputes(Consents consents) {
        return consents.answers().all().stream()
                .map(a -> a.personId())
                .distinct()
                .map(person -> new CaseConsentDispute(
                        person.value(),
                        Arrays.stream(ConsentPurpose.values())
                                .filter(p -> consents.outcome(person, p) == Answers.Outcome.DISPUTED)
                                .toList()))
                .filter(d -> !d.purposes().isEmpty())
                .toList();
    }

    private CaseDisputeDecision<T> disputeDecision(ConsentDisputeDecided d) {
        return new CaseDisputeDecision<>(
                d.personId().value(), d.purposes(), d.outcome(), texts.of(d.reason()), d.decidedBy(), d.decidedOn());
    }

    private CaseConsent<T> consent(Consent c) {
        var requested = c.requested();
        return new CaseConsent<>(
                c.consentId().value(),
                c.personId().value(),
                standing(c.standing()),
                c.purposes().stream().sorted().toList(),
                requested == null
                        ? null
                        : new CaseConsentRequested(
                                requested.purposes(), requested.requestedOn(), requested.respondBy()),
                given(c.given()),
                refused(c.refused()),
                c.withdrawals().stream()
                        .map(w -> new CaseConsentWithdrawn<>(
                                w.purposes(),
                                w.withdrawnBy().value(),
                                w.channel(),
                                w.withdrawnOn(),
                                texts.orNone(w.reason()),
                                w.capacity(),
                                competence(w.competence())))
                        .toList(),
                c.reviews().stream()
                        .map(r -> new CaseConsentReview(r.cause(), r.dueOn()))
                        .toList());
    }

    private static ConsentStanding standing(Consents.Standing standing) {
        return switch (standing) {
            case REQUESTED -> ConsentStanding.REQUESTED;
            case GIVEN -> ConsentStanding.GIVEN;
            case REFUSED -> ConsentStanding.REFUSED;
            case WITHDRAWN -> ConsentStanding.WITHDRAWN;
            case UNDER_REVIEW -> ConsentStanding.UNDER_REVIEW;
            case ANSWERED_ELSEWHERE -> ConsentStanding.ANSWERED_ELSEWHERE;
        };
    }

    private @Nullable CaseConsentGiven<T> given(@Nullable ConsentGiven g) {
        return g == null
                ? null
                : new CaseConsentGiven<>(
                        g.purposes(),
                        g.agencies(),
                        g.categories(),
                        g.givenBy().value(),
                        g.capacity(),
                        competence(g.competence()),
                        g.method(),
                        g.wordingVersion(),
                        g.noticeVersion(),
                        g.givenOn(),
                        g.reviewOn());
    }

    private @Nullable CaseConsentRefused<T> refused(@Nullable ConsentRefused r) {
        return r == null
                ? null
                : new CaseConsentRefused<>(
                        r.purposes(),
                        r.refusedBy().value(),
                        r.capacity(),
                        competence(r.competence()),
                        r.refusedOn(),
                        texts.orNone(r.reason()));
    }

    private @Nullable CaseCompetence<T> competence(@Nullable Competence c) {
        return c == null ? null : new CaseCompetence<>(c.assessedBy(), texts.of(c.reasons()));
    }

    private CaseConsentOverridden<T> override(ConsentOverridden o) {
        return new CaseConsentOverridden<>(
                o.overrideId().value(),
                ids(o.people()),
                o.purposes(),
                o.agencies(),
                o.gateway(),
                o.enactment(),
                o.article9Condition(),
                o.safeguardingReason(),
                texts.of(o.reason()),
                o.decidedBy(),
                o.decidedOn(),
                o.endsOn());
    }

    private static List<String> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
