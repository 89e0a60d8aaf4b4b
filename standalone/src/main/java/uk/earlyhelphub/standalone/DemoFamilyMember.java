package uk.earlyhelphub.standalone;

import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.platform.database.Databases;

/**
 * Whom in the demo's records its family member is: the parent of the first family that was received. A real issuer says so in
 * the claim {@code person}.
 */
@Component
@ConditionalOnProperty(
        name = {"hub.demo", "hub.demo.families"},
        havingValue = "true")
final class DemoFamilyMember {
    private final JdbcTemplate jdbc;

    DemoFamilyMember(Databases databases) {
        this.jdbc = new JdbcTemplate(databases.reader());
    }

    /** Their id; none while no family has been received. */
    Optional<String> id() {
        return jdbc
                .queryForList(
                        "select payload ->> 'personId' from events.domain_event where type = 'Referral.PersonAdded'"
                                + " and payload ->> 'part' = 'PARENT_OR_CARER' order by epoch, tx, global_index limit 1",
                        String.class)
                .stream()
                .findFirst();
    }
}
