package uk.earlyhelphub.platform.commands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.platform.engine.EventCodec;

/** What earlier commands led to. */
public final class CommandReceipts {
    private static final TypeReference<Map<String, Long>> VERSIONS = new TypeReference<>() {};
    private final JdbcTemplate jdbc;
    private final JsonMapper json = EventCodec.mapper();

    public CommandReceipts(DataSource writer) {
        this.jdbc = new JdbcTemplate(writer);
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

    /** The receipts of all commands by an id, the earliest first; different people may have used the same one. */
    public List<Receipt> of(String commandId) {
        return jdbc.query(
                "select actor, fingerprint, versions, refusal, secret_ids from events.command_receipt where command_id = ?"
                        + " order by recorded_at, actor",
                (row, n) -> new Receipt(
                        row.getString(1),
                        row.getString(2),
                        json.readValue(row.getString(3), VERSIONS),
                        row.getString(4),
                        row.getBoolean(5)),
                commandId);
    }
}
