package uk.earlyhelphub.events.referral;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** A manager decided to go on without consent under a legal gateway (R14-R16). */
public record ConsentOverridden(
        ReferralId referralId,
        OverrideId overrideId,
        List<PersonId> people,
        List<ConsentPurpose> purposes,
        List<Agency> agencies,
        Gateway gateway,
        String enactment,
        @Nullable Article9Condition article9Condition,
        @Nullable SafeguardingReason safeguardingReason,
        ProtectedText reason,
        String decidedBy,
        LocalDate decidedOn,
        LocalDate endsOn)
        implements ConsentEvent {
    public ConsentOverridden {
        people = List.copyOf(people);
        purposes = List.copyOf(purposes);
        agencies = List.copyOf(agencies);
    }
}
