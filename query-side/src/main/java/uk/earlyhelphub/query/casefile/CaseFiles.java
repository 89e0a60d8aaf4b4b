package uk.earlyhelphub.query.casefile;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.ProgressSignal;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.fold.FoldedCases;

/** Finds the state of a case, if need be waiting until a version has arrived. */
@Component
public class CaseFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final JdbcTemplate jdbc;
    private final ProgressSignal progress;

    CaseFiles(Databases databases, ProgressSignal progress) {
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
     * Opens a case at a version or later, waiting up to three seconds for it: so that whoever has just done something sees it
     * done. Nobody learns from the time it takes whether there is such a case.
     *
     * @param door lets the reader in, or throws
     * @throws Refused if the version has not arrived by then
     */
    CaseAccess.Opened open(
            ReferralId id, @Nullable Long atLeast, Function<Optional<ReferralState>, CaseAccess.Opened> door) {
        if (atLeast == null) {
            return door.apply(find(id));
        }
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var state = awaited(id, atLeast, deadline);
        try {
            var opened = door.apply(state);
            if (opened.state().version() < atLeast) {
                throw Refused.conflict(
                        "not-there-yet",
                        "That version has not arrived here. Try again in a moment, or without naming a version.");
            }
            return opened;
        } catch (Refused e) {
            if (e.kind() == Refused.Kind.UNKNOWN) {
                awaited(id, Long.MAX_VALUE, deadline);
            }
            throw e;
        }
    }

    private Optional<ReferralState> awaited(ReferralId id, long atLeast, long deadline) {
        while (true) {
            var seen = progress.seen();
            var state = find(id);
            var left = deadline - System.nanoTime();
            if (left <= 0 || state.isPresent() && state.get().version() >= atLeast) {
                return state;
            }
            try {
                progress.await(seen, Duration.ofNanos(Math.min(left, 25_000_000)));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return state;
            }
        }
    }
}
