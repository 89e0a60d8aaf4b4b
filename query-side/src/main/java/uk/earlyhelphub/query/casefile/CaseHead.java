package uk.earlyhelphub.query.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.EarlierReferral;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.ReferralStatus;
import uk.earlyhelphub.model.consent.Ages;
import uk.earlyhelphub.model.consent.ConsentCoverage;
import uk.earlyhelphub.model.referral.ReferralState;

/** What all views begin with, and what those of the whole add. */
record CaseHead(
        ReferralId id,
        ReferralState state,
        Ages ages,
        LocalDate day,
        @Nullable Instant asAt,
        @Nullable List<EarlierReferral> earlier) {
    String reference() {
        return state.intake().arrival().reference();
    }

    ReferralStatus status() {
        return new ConsentCoverage(state, ages).status(day);
    }

    List<String> needs() {
        return new ConsentCoverage(state, ages).neededBeforeHub(day);
    }
}
