package uk.earlyhelphub.query.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseAllocation;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocated;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocationAccepted;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocationDeclined;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseServiceEnded;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseServiceStarted;
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
import uk.earlyhelphub.api.casefile.CaseSharings;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseDataShared;
import uk.earlyhelphub.api.casefile.CaseSharings.CasePartnerAccessEnded;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseRecallAcknowledged;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseSharing;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseSharingRecalled;
import uk.earlyhelphub.api.casefile.CaseSharings.CaseSharingRefused;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Competence;
import uk.earlyhelphub.events.referral.ConsentDisputeDecided;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentRefused;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.model.referral.Allocations;
import uk.earlyhelphub.model.referral.Allocations.Allocation;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.Consents;
import uk.earlyhelphub.model.referral.Consents.Consent;
import uk.earlyhelphub.model.referral.Consents.Objection;
import uk.earlyhelphub.model.referral.Sharings;
import uk.earlyhelphub.model.referral.Sharings.Sharing;
import uk.earlyhelphub.query.casefile.CaseLayout.Texts;

/**
 * Lays out what the family agreed to, and the services and sharings that rest on it, as {@link CaseLayout} lays out the rest.
 *
 * @param <T> how texts are shown
 */
public final class HelpLayout<T> {
    private final Texts<T> texts;

    /** @param show what stands in the place of a sealed text */
    public HelpLayout(Function<ProtectedText, T> show) {
        this.texts = new Texts<>(show);
    }

    /** What was asked, answered, withdrawn or gone without. */
    public CaseConsents<T> consents(Consents consents) {
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

    /** Services, in the order in which they were allocated. */
    public List<CaseAllocation<T>> allocations(List<Allocation> allocations) {
        return allocations.stream().map(this::allocation).toList();
    }

    private CaseAllocation<T> allocation(Allocation a) {
        var accepted = a.accepted();
        var declined = a.declined();
        var started = a.started();
        var ended = a.ended();
        return new CaseAllocation<>(
                allocated(a.allocated()),
                standing(a.standing()),
                accepted == null ? null : new CaseAllocationAccepted(accepted.acceptedOn(), accepted.worker()),
                declined == null
                        ? null
                        : new CaseAllocationDeclined<>(
                                declined.reasonCode(), texts.of(declined.reason()), declined.declinedOn()),
                started == null ? null : new CaseServiceStarted(started.startedOn()),
                ended == null
                        ? null
                        : new CaseServiceEnded<>(ended.outcome(), texts.orNone(ended.summary()), ended.endedOn()));
    }

    private static AllocationStanding standing(Allocations.Standing standing) {
        return switch (standing) {
            case OFFERED -> AllocationStanding.OFFERED;
            case ACCEPTED -> AllocationStanding.ACCEPTED;
            case DECLINED -> AllocationStanding.DECLINED;
            case IN_DELIVERY -> AllocationStanding.IN_DELIVERY;
            case ENDED -> AllocationStanding.ENDED;
        };
    }

    private static CaseAllocated allocated(ServiceAllocated a) {
        return new CaseAllocated(
                a.allocationId().value(),
                a.offerId().value(),
                a.provider(),
                ids(a.people()),
                a.discussionId().value(),
                a.allocatedOn(),
                a.answerBy(),
                a.insteadOf() == null ? null : a.insteadOf().value());
    }

    /** What was shared, and what was refused. */
    public CaseSharings<T> sharings(Sharings sharings) {
        return new CaseSharings<>(
                sharings.shared().stream().map(this::sharing).toList(),
                sharings.refusals().stream().map(HelpLayout::refusal).toList());
    }

    private CaseSharing<T> sharing(Sharing s) {
        var ended = s.ended();
        var recalled = s.recalled();
        var answered = s.acknowledged();
        return new CaseSharing<>(
                data(s.data()),
                ended == null ? null : new CasePartnerAccessEnded(ended.recipient(), ended.cause(), ended.endedOn()),
                recalled == null
                        ? null
                        : new CaseSharingRecalled<>(
                                recalled.recipient(),
                                recalled.cause(),
                                texts.orNone(recalled.reason()),
                                recalled.recalledOn()),
                answered == null
                        ? null
                        : new CaseRecallAcknowledged(
                                answered.answer(), answered.acknowledgedBy(), answered.acknowledgedOn()));
    }

    private CaseDataShared<T> data(DataShared d) {
        return new CaseDataShared<>(
                d.sharingId().value(),
                d.recipient(),
                d.recipientPerson().value(),
                texts.of(d.recipientName()),
                ids(d.people()),
                d.categories(),
                d.fields(),
                d.purpose(),
                d.basis(),
                d.consents().stream().map(ConsentId::value).toList(),
                d.override() == null ? null : d.override().value(),
                d.article9Condition(),
                texts.of(d.necessity()),
                texts.of(d.proportionality()),
                d.channel(),
                d.familyTold(),
                texts.orNone(d.familyNotToldReason()),
                d.sharedOn(),
                d.accessUntil());
    }

    private static CaseSharingRefused refusal(SharingRefused r) {
        return new CaseSharingRefused(
                r.sharingId().value(),
                r.recipient(),
                ids(r.people()),
                r.categories(),
                r.purpose(),
                r.basis(),
                r.rule(),
                r.refusedOn());
    }

    private static List<String> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
