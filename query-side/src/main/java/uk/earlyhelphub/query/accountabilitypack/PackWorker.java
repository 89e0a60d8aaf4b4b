package uk.earlyhelphub.query.accountabilitypack;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.events.metadata.Purpose;
import uk.earlyhelphub.events.recordaccess.RecordExported;
import uk.earlyhelphub.personaldata.AccessLedger;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.platform.engine.Background;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.WorksInBackground;
import uk.earlyhelphub.query.access.CaseAccess;
import uk.earlyhelphub.query.access.CaseStreams;

/**
 * Makes the packs that were asked for, one after another and everybody in turn, also after a restart; throws those away that
 * have expired.
 */
@Component
class PackWorker implements SmartLifecycle, WorksInBackground {
    private static final Logger LOG = LoggerFactory.getLogger(PackWorker.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);
    private static final JsonMapper JSON = EventCodec.mapper();

    private final PackStore shelf;
    private final PackAssembler maker;
    private final CaseStreams streams;
    private final CaseAccess door;
    private final AccessLedger ledger;
    private final Vault vault;
    private final PackTurns turns = new PackTurns();
    private final Background background = new Background("accountability-packs", LOOKS_EVERY, this::workThrough);

    PackWorker(
            PackStore shelf,
            PackAssembler maker,
            CaseStreams streams,
            CaseAccess door,
            AccessLedger ledger,
            Vault vault) {
        this.shelf = shelf;
        this.maker = maker;
        this.streams = streams;
        this.door = door;
        this.ledger = ledger;
        this.vault = vault;
    }

    void look() {
        background.look();
    }

    private void workThrough() {
        shelf.throwAwayExpired();
        for (var next = turns.next(shelf.firstOfEach());
                next.isPresent() && background.isRunning();
                next = turns.next(shelf.firstOfEach())) {
            make(next.get());
        }
    }

    @Override
    public List<Background> background() {
        return List.of(background);
    }

    @Override
    public void start() {
        background.start();
    }

    @Override
    public void stop() {
        background.stop();
    }

    @Override
    public boolean isRunning() {
        return background.isRunning();
    }

    @Override
    public int getPhase() {
        return 300;
    }

    private void make(PackStore.Kept asked) {
        try {
            var found = streams.find(asked.referral()).orElseThrow();
            var state = found.state();
            // The tie may have ended since it was asked for.
            var granted = door.decide(asked.by(), found).granted().orElseThrow();
            var tie = granted.right();
            var reader = new AccessLedger.Reader(asked.by(), Purpose.ACCOUNT_FOR_DECISIONS, asked.correlationId());
            var scope = granted.scope();
            var access = ledger.opened(
                    reader, asked.referral(), "accountability-pack", tie.name(), scope.categories(), scope.people());
            var order = new PackAssembler.Order(
                    asked.referral(), asked.discussionId(), asked.profile(), asked.complainant(), asked.by(), tie);
            var pack = maker.make(order, access, done -> shelf.progress(asked.id(), done));
            var sealed = vault.sealer(asked.id())
                    .seal(RecordExported.class, "pack", state.intake().child(), JSON.writeValueAsString(pack));
            shelf.ready(asked.id(), sealed);
        } catch (TransientDataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A pack could not be made: {}", e.getClass().getName());
            LOG.debug("Pack", e);
            shelf.failed(asked.id(), e.getClass().getSimpleName());
        }
    }
}
