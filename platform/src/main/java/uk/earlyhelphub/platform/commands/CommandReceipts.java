package uk.earlyhelphub.platform.commands;

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
     */
    public record Receipt(
            String actor,
            String fingerprint,
            Map<String, Long> versions,
            @Nullable String refusal) {}

    /** The receipt of a command, if it had an effect. */
    public Optional<Receipt> find(String commandId) {
        return jdbc
                .query(
                        "select actor, fingerprint, versions, refusal from events.command_receipt where command_id = ?",
                        (row, n) -> new Receipt(
                                row.getString(1),
                                row.getString(2),
                                json.readValue(row.getString(3), VERSIONS),
                                row.getString(4)),
                        commandId)
                .stream()
                .findFirst();
    }
}
