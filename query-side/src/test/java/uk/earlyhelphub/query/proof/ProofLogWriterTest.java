package uk.earlyhelphub.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

class ProofLogWriterTest {
    @TempDir
    private Path folder;

    private ProofFixture hub;

    @BeforeEach
    void someHistory() {
        hub = new ProofFixture(folder);
        hub.record(30);
    }

    @AfterEach
    void end() {
        hub.close();
    }

    @Test
    void everything_recorded_is_signed_for_in_every_place() throws Exception {
        var running = hub.start(30);
        hub.record(5);
        await().until(() -> running.log().signed() == 35);
        hub.stop();
        var here = Files.readString(folder.resolve("here/checkpoint"));
        assertThat(SignedCheckpoint.verify(here, ProofFixture.KEY.publicKey())
                        .checkpoint()
                        .size())
                .isEqualTo(35);
        assertThat(Files.readString(folder.resolve("there/checkpoint"))).isEqualTo(here);
        assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
        hub.record(1);
        hub.start(36);
    }

    @Test
    void an_event_that_commits_late_keeps_its_place() throws Exception {
        try (var late = hub.databases.writer().getConnection()) {
            late.setAutoCommit(false);
            hub.append(new JdbcTemplate(new SingleConnectionDataSource(late, true)), Instant.now(), "late");
            hub.record(3);
            var signed = hub.start(30);
            late.commit();
            hub.tail.signal();
            await().until(() -> signed.log().signed() == 34);
            assertThat(signed.held().compare().verdict().findings()).isEmpty();
        }
    }

    @Test
    void a_history_that_lost_its_end_is_refused() {
        hub.start(30);
        hub.stop();
        hub.owner.update("delete from events.domain_event where global_index > 25");
        assertThatThrownBy(() -> hub.open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signed over 30 events")
                .hasMessageContaining("holds 25");
    }

    @Test
    void a_history_whose_newest_events_were_altered_is_refused() {
        hub.start(30);
        hub.stop();
        hub.owner.update("update events.domain_event set payload = '{}' where global_index = 28");
        assertThatThrownBy(() -> hub.open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not what was recorded as leaf 27");
    }

    @Test
    void a_checkpoint_that_another_key_signed_is_refused() throws Exception {
        hub.start(30);
        hub.stop();
        var file = folder.resolve("there/checkpoint");
        var old = SignedCheckpoint.verify(Files.readString(file), ProofFixture.KEY.publicKey());
        Files.writeString(
                file,
                SignedCheckpoint.sign(old.checkpoint(), LogKey.generate("hub.test/history"))
                        .note());
        assertThatThrownBy(() -> hub.open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("did not sign");
        // The key of the refused one is free again: nothing stays locked.
        Files.writeString(file, old.note());
        hub.start(30);
    }

    @Test
    void with_a_new_key_and_empty_places_the_same_history_leads_to_the_same_root() throws Exception {
        var before = hub.start(30).log().newest().orElseThrow().checkpoint();
        hub.stop();
        Files.move(folder.resolve("here"), folder.resolve("here-before"));
        Files.move(folder.resolve("there"), folder.resolve("there-before"));
        hub.key = LogKey.generate("hub.test/history");
        assertThatThrownBy(hub::open).hasMessageContaining("was used");
        hub.begin = "a new key, because the old one was five years old";
        var replaced = hub.start(30);
        assertThat(replaced.log().newest().orElseThrow().checkpoint()).isEqualTo(before);
    }

    @Test
    void leaves_that_were_exchanged_are_refused() throws Exception {
        hub.start(30);
        hub.stop();
        var leaves = folder.resolve("there/leaves");
        var bytes = Files.readAllBytes(leaves);
        bytes[60] ^= 1;
        Files.write(leaves, bytes);
        assertThatThrownBy(() -> hub.open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not lead to the root");
    }

    @Test
    void a_place_that_was_away_is_caught_up() throws Exception {
        hub.start(30);
        hub.stop();
        for (var file : List.of("leaves", "checkpoint", "checkpoints")) {
            Files.delete(folder.resolve("there").resolve(file));
        }
        hub.record(2);
        hub.start(32);
        hub.stop();
        assertThat(folder.resolve("there/leaves")).hasSameBinaryContentAs(folder.resolve("here/leaves"));
    }

    @Test
    void whatever_a_superuser_alters_is_found() throws Exception {
        var running = hub.start(30);
        hub.owner.update(
                "update events.domain_event set recorded_at = recorded_at - interval '1 day' where global_index = 3");
        hub.owner.update("delete from events.domain_event where global_index = 9");
        hub.owner.update("update events.domain_event set tx = '3' where global_index = 20");
        var verdict = running.held().compare().verdict();
        assertThat(verdict.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(
                        Finding.Kind.INSERTED, Finding.Kind.EDITED, Finding.Kind.DELETED, Finding.Kind.DELETED);
    }

    @Test
    void a_second_keeper_of_the_same_log_is_refused() {
        hub.start(30);
        assertThatThrownBy(() -> hub.open()).hasMessageContaining("another process");
    }
}
