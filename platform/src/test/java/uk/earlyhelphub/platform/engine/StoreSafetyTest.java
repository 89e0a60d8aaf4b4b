package uk.earlyhelphub.platform.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.earlyhelphub.platform.engine.EngineFixture.DATABASES;
import static uk.earlyhelphub.platform.engine.EngineFixture.POSTGRES;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.platform.database.StoreSafety;

class StoreSafetyTest {
    private final PGSimpleDataSource owner = owner();

    private static PGSimpleDataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(POSTGRES.jdbcUrl());
        source.setUser(POSTGRES.owner());
        return source;
    }

    @Test
    void a_store_as_it_should_be_is_safe() {
        assertThatCode(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE,hub_event_writer",
        "DELETE,hub_event_writer",
        "TRUNCATE,hub_event_writer",
        "INSERT,hub_event_reader"
    })
    void a_role_that_may_do_more_than_it_should_is_named(String right, String role) {
        var jdbc = new JdbcTemplate(owner);
        jdbc.execute("grant " + right + " on events.domain_event to " + role);
        try {
            assertThatThrownBy(() -> StoreSafety.require(DATABASES.writer(), DATABASES.reader()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(role + " may " + right + " events.domain_event");
        } finally {
            jdbc.execute("revoke " + right + " on events.domain_event from " + role);
        }
    }

    @Test
    void a_superuser_is_not_let_in() {
        assertThatThrownBy(() -> StoreSafety.require(owner, DATABASES.reader())).hasMessageContaining("superuser");
    }

    @Test
    void commits_that_do_not_wait_for_the_disk_are_refused() {
        var hasty = new PGSimpleDataSource();
        hasty.setUrl(POSTGRES.jdbcUrl());
        hasty.setUser(POSTGRES.owner());
        hasty.setOptions("-c synchronous_commit=off");
        assertThatThrownBy(() -> StoreSafety.require(hasty, DATABASES.reader()))
                .hasMessageContaining("synchronous_commit off");
    }
}
