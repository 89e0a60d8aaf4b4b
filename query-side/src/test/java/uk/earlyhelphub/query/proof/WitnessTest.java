package uk.earlyhelphub.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.earlyhelphub.proof.Checkpoint;
import uk.earlyhelphub.proof.Finding;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.SignedCheckpoint;

class WitnessTest {
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
    void a_witness_is_shown_that_the_log_only_grows_and_what_it_signed_is_kept() throws Exception {
        try (var witness = new TestWitness()) {
            hub.witnesses = List.of(witness.address());
            hub.start(30);
            await().until(() -> !witness.seen.isEmpty());
            hub.record(4);
            await().until(() -> witness.seen.getLast().checkpoint().size() == 34);
            await().untilAsserted(
                            () -> assertThat(folder.resolve("there/witnessed")).exists());
            hub.stop();
            // A keeper that does not know what the witness knows asks, and goes on from there.
            var second = hub.start(34);
            hub.record(2);
            await().until(() -> witness.seen.getLast().checkpoint().size() == 36);
            await().until(() -> second.standing().troubles().isEmpty());
            assertThat(witness.answers).contains(409).doesNotContain(403, 422);
            var kept = Files.readString(folder.resolve("here/witnessed"));
            var signed = SignedCheckpoint.verify(kept, ProofFixture.KEY.publicKey());
            assertThat(signed.checkpoint().size()).isEqualTo(36);
            var line = kept.lines()
                    .filter(l -> l.contains("witness.test/w1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(witness.key().verify(line + "\n", signed).seenAt())
                    .isEqualTo(Instant.ofEpochSecond(TestWitness.SEEN_AT));
        }
    }

    /** Any web server says 200 to anything. */
    @Test
    void a_welcome_page_is_no_signature() throws Exception {
        var welcoming = new TestWitness() {
            @Override
            void reply(HttpExchange exchange, SignedCheckpoint next) throws IOException {
                send(exchange, 200, "<html>It works!</html>\n");
            }
        };
        try (welcoming) {
            hub.witnesses = List.of(welcoming.address());
            var running = hub.start(30);
            await().untilAsserted(() -> assertThat(running.standing().troubles())
                    .containsEntry("witness witness.test/w1", "The witness's answer is not a signature"));
            assertThat(folder.resolve("here/witnessed")).doesNotExist();
        }
    }

    @Test
    void the_signature_of_another_witness_or_over_another_checkpoint_is_none() throws Exception {
        try (var witness = new TestWitness();
                var other = new TestWitness()) {
            var one = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 1, Hash.OF_NOTHING), ProofFixture.KEY);
            var two = SignedCheckpoint.sign(new Checkpoint("hub.test/history", 2, Hash.OF_NOTHING), ProofFixture.KEY);
            assertThat(witness.key().verify(witness.cosigned(one), one).note()).startsWith(one.note());
            assertThatThrownBy(() -> witness.key().verify(witness.cosigned(two), one))
                    .isInstanceOf(SignedCheckpoint.Forged.class);
            assertThatThrownBy(() -> witness.key().verify(other.cosigned(one), one))
                    .isInstanceOf(SignedCheckpoint.Forged.class);
        }
    }

    @Test
    void a_witness_that_saw_a_longer_log_proves_a_rollback() throws Exception {
        var longer = new TestWitness() {
            @Override
            void reply(HttpExchange exchange, SignedCheckpoint next) throws IOException {
                send(exchange, 409, "5000\n");
            }
        };
        try (longer) {
            hub.witnesses = List.of(longer.address());
            var running = hub.start(30);
            await().untilAsserted(() -> assertThat(running.standing().findings())
                    .extracting(Finding::kind)
                    .containsExactly(Finding.Kind.ROLLED_BACK));
            assertThat(running.standing().findings().getFirst().what()).contains("5000", "30");
            assertThat(running.standing().found()).isPositive();
        }
    }

    @Test
    void an_endless_answer_is_cut_off() throws Exception {
        var endless = new TestWitness() {
            @Override
            void reply(HttpExchange exchange, SignedCheckpoint next) throws IOException {
                exchange.sendResponseHeaders(200, 0);
                try (var out = exchange.getResponseBody()) {
                    for (var i = 0; i < 100_000; i++) {
                        out.write(new byte[1024]);
                    }
                }
            }
        };
        try (endless) {
            hub.witnesses = List.of(endless.address());
            var running = hub.start(30);
            await().untilAsserted(
                            () -> assertThat(running.standing().troubles()).containsKey("witness witness.test/w1"));
            hub.record(1);
            await().until(() -> running.log().signed() == 31);
        }
    }

    @Test
    void a_witness_that_cannot_be_reached_is_shown_in_the_standing() throws Exception {
        try (var witness = new TestWitness()) {
            hub.witnesses = List.of(new Witness.Address(URI.create("http://127.0.0.1:1/"), witness.key()));
            var alone = hub.start(30);
            await().untilAsserted(() -> assertThat(alone.standing().troubles()).containsKey("witness witness.test/w1"));
        }
    }
}
