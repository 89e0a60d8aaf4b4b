package uk.earlyhelphub.query.casefile;

import java.util.List;
import java.util.function.Function;
import uk.earlyhelphub.api.casefile.CaseAllocation;
import uk.earlyhelphub.api.casefile.CaseAllocation.AllocationStanding;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocated;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocationAccepted;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseAllocationDeclined;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseServiceEnded;
import uk.earlyhelphub.api.casefile.CaseAllocation.CaseServiceStarted;
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
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.ServiceAllocated;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.model.referral.Allocations;
import uk.earlyhelphub.model.referral.Allocations.Allocation;
import uk.earlyhelphub.model.referral.Sharings;
import uk.earlyhelphub.model.referral.Sharings.Sharing;
import uk.earlyhelphub.query.casefile.CaseLayout.Texts;

/**
 * Lays out the services and the sharings of a family, as {@link CaseLayout} lays out the rest.
 *
 * @param <T> how texts are shown
 */
public final class HelpLayout<T> {
    private final Texts<T> texts;

    /** @param show what stands in the place of a sealed text */
    public HelpLayout(Function<ProtectedText, T> show) {
        this.texts = new Texts<>(show);
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
