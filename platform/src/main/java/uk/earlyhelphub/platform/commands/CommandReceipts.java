package uk.earlyhelphub.platform.commands;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.HistoryInDoubt;
import uk.earlyhelphub.platform.engine.StoredReceipt;

/** What earlier commands led to. */
public final class CommandReceipts {
    private static final Logger LOG = LoggerFactory.getLogger(CommandReceipts.class);
    private static final TypeReference<Map<String, Long>> VERSIONS = new TypeReference<>() {};
    private final JdbcTemplate jdbc;
    private final EventCodes codes;
    private final JsonMapper json = EventCodec.mapper();

    /** @param codes tell the receipts that the Hub gave from others */
    public CommandReceipts(DataSource writer, EventCodes codes) {
        this.jdbc = new JdbcTemplate(writer);
        this.codes = codes;
    }

    /**
     * One receipt.
     *
     * @param actor the id of whoever gave the command
     * @param versions for each thing that it changed, the number of the last event
     * @param secretIds whether what it made has ids that only the Hub can work out, as all have since receipts are kept for each
     *     actor
     */
    public record Receipt(
            String actor,
            String fingerprint,
            Map<String, Long> versions,
            @Nullable String refusal,
            boolean secretIds) {}

    /** The receipt of an actor's command, if it had an effect. Whether somebody else used the same id cannot be told from it. */
    public Optional<Receipt> find(String actor, String commandId) {
        return of(commandId).stream().filter(r -> r.actor().equals(actor)).findFirst();
    }

    /**
     * The receipt of this very command, if it had its effect already.
     *
     * @throws Refused if its sender used the id for another request
     */
    public Optional<Receipt> earlier(CommandEnvelope envelope) {
        var found = find(envelope.actor().id(), envelope.commandId());
        if (found.filter(r -> !r.fingerprint().equals(envelope.fingerprint())).isPresent()) {
            throw reused();
        }
        return found;
    }

    /** What whoever uses a key for a second request is told. */
    public static Refused reused() {
        return Refused.by(
                CommandRule.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }

    /**
     * The receipts of all commands by an id, the earliest first; different people may have used the same one.
     *
     * @throws HistoryInDoubt if one of them was not given by the Hub
     */
    public List<Receipt> of(String commandId) {
        return jdbc.query(
                "select command_id, actor, fingerprint, versions, refusal, secret_ids, recorded_at, coalesce(code,"
                        + " (select c.code from events.earlier_receipt_code c where (c.command_id, c.actor) ="
                        + " (r.command_id, r.actor))) from events.command_receipt r where command_id = ?"
                        + " order by recorded_at, actor",
                (row, n) -> given(
                        new StoredReceipt(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()),
                        row.getBytes(8)),
                commandId);
    }

    private Receipt given(StoredReceipt stored, byte @Nullable [] code) {
        if (!codes.fits(code, stored.said())) {
            LOG.error("HISTORY WAS ALTERED: a receipt of a command has not the code of the Hub");
            throw HistoryInDoubt.ofReceipt();
        }
        return new Receipt(
                stored.actor(),
                stored.fingerprint(),
                json.readValue(stored.versions(), VERSIONS),
                stored.refusal(),
                stored.secretIds());
    }
}
