package uk.earlyhelphub.model.referral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.RecallAcknowledged;
import uk.earlyhelphub.events.referral.SharingEvent;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.events.referral.SharingRefused;

/** Who received what, and who was refused. */
public record Sharings(List<Sharing> shared, List<SharingRefused> refusals) {

    /** One sharing: open until its access ended. */
    public record Sharing(
            DataShared data,
            @Nullable PartnerAccessEnded ended,
            @Nullable SharingRecalled recalled,
            @Nullable RecallAcknowledged acknowledged) {
        public SharingId sharingId() {
            return data.sharingId();
        }

        /** Whether the recipient may read it on a day. */
        public boolean open(LocalDate day) {
            return ended == null && !day.isAfter(data.accessUntil());
        }
    }

    static final Sharings NONE = new Sharings(List.of(), List.of());

    Sharings after(SharingEvent event) {
        return switch (event) {
            case DataShared e -> new Sharings(Intake.plus(shared, new Sharing(e, null, null, null)), refusals);
            case SharingRefused e -> new Sharings(shared, Intake.plus(refusals, e));
            case PartnerAccessEnded e -> with(e.sharingId(), s -> new Sharing(s.data, e, s.recalled, s.acknowledged));
            case SharingRecalled e -> with(e.sharingId(), s -> new Sharing(s.data, s.ended, e, s.acknowledged));
            case RecallAcknowledged e -> with(e.sharingId(), s -> new Sharing(s.data, s.ended, s.recalled, e));
        };
    }

    private Sharings with(SharingId id, java.util.function.UnaryOperator<Sharing> change) {
        return new Sharings(
                shared.stream()
                        .map(s -> s.sharingId().equals(id) ? change.apply(s) : s)
                        .toList(),
                refusals);
    }

    public Optional<Sharing> find(SharingId id) {
        return shared.stream().filter(s -> s.sharingId().equals(id)).findFirst();
    }
}
