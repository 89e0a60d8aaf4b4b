package uk.earlyhelphub.command.sending;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.recordaccess.RefusedBecause;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.VaultRule;
import uk.earlyhelphub.platform.commands.CommandRule;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamCommand;
import uk.earlyhelphub.platform.commands.StreamCommand.Begins;
import uk.earlyhelphub.platform.web.Caller;

/** Puts on record who tried what is not theirs to do. A refusal for another reason is between the Hub and its sender. */
@Component
public class RefusalsOnRecord {
    /** The last of them is told to whoever may not know that somebody close is in the case. */
    private static final Set<Rule> ABOUT_SOMEBODY_CLOSE =
            Set.of(VaultRule.TOO_CLOSE, VaultRule.CONFLICT_POSSIBLE, CommandRule.NOT_FOUND);

    private final AccessLedger ledger;
    private final CasesOnRecord cases;

    RefusalsOnRecord(AccessLedger ledger, CasesOnRecord cases) {
        this.ledger = ledger;
        this.cases = cases;
    }

    /** Records a refusal that is about the sender. */
    void record(Refused refused, Caller caller, Purpose purpose, Object command) {
        var referral = command instanceof AboutACase on ? on.referralId() : null;
        var what = command.getClass().getSimpleName();
        var reader = new AccessLedger.Reader(caller.actor(), purpose, caller.correlationId());
        var kinds = kinds(refused);
        if (ABOUT_SOMEBODY_CLOSE.stream().anyMatch(refused::isBy) && !kinds.isEmpty()) {
            ledger.conflictNoticed(reader, referral, what, kinds);
        } else if (refused.kind() == Rule.Kind.UNKNOWN) {
            var begins = command instanceof StreamCommand<?, ?> known && known.begins() == Begins.YES;
            if (begins) {
                ledger.refused(reader, null, what, RefusedBecause.NOT_THEIR_ROLE);
            } else {
                ledger.refused(
                        reader,
                        referral,
                        what,
                        refused.notes().isEmpty()
                                ? because(referral)
                                : RefusedBecause.valueOf(refused.notes().getFirst()));
            }
        } else if (refused.isBy(CommonRule.INTEREST_DECLARED)) {
            ledger.refused(reader, referral, what, RefusedBecause.INTEREST_DECLARED);
        }
    }

    /** In which ways the sender seems to be close, if that was noted. */
    private static List<ConflictKind> kinds(Refused refused) {
        return Stream.of(ConflictKind.values())
                .filter(kind -> refused.notes().contains(kind.name()))
                .toList();
    }

    /** Records that somebody sent something about what is not theirs, which was not even looked into. */
    public void record(Caller caller, @Nullable ReferralId referral) {
        var reader = new AccessLedger.Reader(caller.actor(), Purpose.CLARIFY_REFERRAL, caller.correlationId());
        ledger.refused(reader, referral, "Command", because(referral));
    }

    private RefusedBecause because(@Nullable ReferralId referral) {
        return referral != null && cases.child(referral).isEmpty()
                ? RefusedBecause.NO_SUCH_RECORD
                : RefusedBecause.NO_TIE;
    }
}
