package uk.earlyhelphub.model.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.HandoverId;
import uk.earlyhelphub.events.referral.EndingEvent;
import uk.earlyhelphub.events.referral.HandoverAcknowledged;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.SteppedDownFromSocialCare;
import uk.earlyhelphub.events.referral.SteppedUpToSocialCare;

/** Handovers to and from social care, and whether the referral is closed. */
public record Ending(
        boolean steppedUp,
        List<SteppedUpToSocialCare> stepUps,
        List<SteppedDownFromSocialCare> stepDowns,
        List<HandoverAcknowledged> acknowledged,
        @Nullable ReferralClosed closed,
        List<ReferralReopened> reopenings) {

    static final Ending NONE = new Ending(false, List.of(), List.of(), List.of(), null, List.of());

    Ending after(EndingEvent event) {
        return switch (event) {
            case SteppedUpToSocialCare e ->
                new Ending(true, Intake.plus(stepUps, e), stepDowns, acknowledged, closed, reopenings);
            case SteppedDownFromSocialCare e ->
                new Ending(false, stepUps, Intake.plus(stepDowns, e), acknowledged, closed, reopenings);
            case HandoverAcknowledged e ->
                new Ending(steppedUp, stepUps, stepDowns, Intake.plus(acknowledged, e), closed, reopenings);
            case ReferralClosed e -> new Ending(steppedUp, stepUps, stepDowns, acknowledged, e, reopenings);
            case ReferralReopened e ->
                new Ending(false, stepUps, stepDowns, acknowledged, null, Intake.plus(reopenings, e));
        };
    }

    public boolean isHandover(HandoverId id) {
        return stepUps.stream().anyMatch(s -> s.handoverId().equals(id))
                || stepDowns.stream().anyMatch(s -> s.handoverId().equals(id));
    }

    public boolean isAcknowledged(HandoverId id) {
        return acknowledged.stream().anyMatch(a -> a.handoverId().equals(id));
    }
}
