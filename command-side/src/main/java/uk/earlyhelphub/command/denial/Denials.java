package uk.earlyhelphub.command.denial;

import java.util.List;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.personaldata.Colleagues;
import uk.earlyhelphub.platform.commands.Refused;

/** What whoever may not open a case is told when they act in person, and what of it goes on record. */
public final class Denials {
    private Denials() {}

    /** The refusal that a denial leads to. Only of closeness is more told than that there is nothing. */
    public static Refused refused(Denied denied) {
        var kinds = denied.kinds().stream().map(ConflictKind::name).toList();
        return switch (denied.denial()) {
            case TOO_CLOSE -> Colleagues.tooClose().noting(kinds);
            case TOO_CLOSE_UNSEEN -> Refused.unknown().noting(kinds);
            case REASON_NEEDED -> Colleagues.reasonNeeded().noting(kinds);
            case INTEREST_DECLARED -> unknown(RefusedBecause.INTEREST_DECLARED);
            case SHARING_ENDED -> unknown(RefusedBecause.ACCESS_ENDED);
            case OFFICE_SEES_NO_CASES -> unknown(RefusedBecause.NOT_THEIR_ROLE);
            case NO_TIE, AGENCY_EXCLUDED, STAFF_ACCESS_ENDED -> unknown(RefusedBecause.NO_TIE);
        };
    }

    /** That there is nothing, as far as the sender is told. */
    public static Refused unknown(RefusedBecause because) {
        return Refused.unknown().noting(List.of(because.name()));
    }
}
