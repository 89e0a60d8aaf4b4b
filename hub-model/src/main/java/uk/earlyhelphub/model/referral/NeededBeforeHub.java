package uk.earlyhelphub.model.referral;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ReferralStatus;

/** What a case still needs before the Hub can discuss it, in words a caseworker can act on. */
public final class NeededBeforeHub {
    private NeededBeforeHub() {}

    /**
     * The list; empty when nothing is in the way.
     *
     * @param clearedForHub whether consent, or a recorded gateway, lets the Hub discuss the child (R9)
     */
    public static List<String> of(ReferralState state, boolean clearedForHub) {
        var needs = new ArrayList<String>();
        var status = state.status(clearedForHub);
        if (!state.consents().unanswered().isEmpty()) {
            needs.add("A look, today, at what somebody in the family objects to");
        }
        if (EnumSet.of(ReferralStatus.CLOSED, ReferralStatus.STEPPED_UP).contains(status)
                || state.hub().decided()) {
            return needs;
        }
        state.intake().missing().forEach(item -> needs.add("Answer from the referrer: " + item));
        if (!clearedForHub) {
            needs.add(
                    state.consents().outcome(state.intake().child(), ConsentPurpose.DISCUSS_AT_HUB)
                                    == Answers.Outcome.DISPUTED
                            ? "A manager's decision, because the parents do not agree that the Hub discusses the child"
                            : "Consent to discuss the child at the Hub");
        }
        if (state.intake().triages().isEmpty()) {
            needs.add("A level of need");
        }
        if (needs.isEmpty() && state.hub().agenda() == null) {
            needs.add("A place on an agenda");
        }
        return needs;
    }
}
