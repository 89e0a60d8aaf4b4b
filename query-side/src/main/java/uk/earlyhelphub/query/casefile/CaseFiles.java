package uk.earlyhelphub.query.casefile;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.referral.ReferralId;
import uk.earlyhelphub.events.referral.state.ReferralState;
import uk.earlyhelphub.platform.commands.RuleBroken;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.TailSignal;
import uk.earlyhelphub.query.fold.FoldedCases;

/** Finds the state of a case, if need be waiting until a version has arrived. */
@Component
public class CaseFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final JdbcTemplate jdbc;
    private final TailSignal progress;

    CaseFiles(Databases databases, TailSignal progress) {
        this.jdbc = new JdbcTemplate(databases.projector());
        this.progress = progress;
    }

    /** The state of a case, if there is one. */
    public Optional<ReferralState> find(ReferralId id) {
        return jdbc
                .query(
                        "select state from projections.case_file where referral_id = ?::uuid",
                        (row, n) -> row.getString(1),
                        id.value())
                .stream()
                .findFirst()
                .map(FoldedCases::read);
    }

    /**
     * The state of a case at a version or later, waiting up to three seconds for it: so that whoever has just done something
     * sees it done.
     *
     * @throws RuleBroken if it has not arrived by then
     */
    public Optional<ReferralState> find(ReferralId id, @Nullable Long atLeast) {
        if (atLeast == null) {
            return find(id);
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var seen = progress.seen();
            var state = find(id);
            if (state.isPresent() && state.get().version() >= atLeast) {
                return state;
            }
            if (System.nanoTime() > deadline) {
                throw RuleBroken.conflict(
                        "not-there-yet",
                        "That version has not arrived here. Try again in a moment, or without naming a version.");
            }
            try {
                progress.await(seen, Duration.ofMillis(25));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return state;
            }
        }
    }
}
