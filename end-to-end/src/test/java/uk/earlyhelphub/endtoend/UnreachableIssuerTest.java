package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.send;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.personaldata.MasterKeys;
import uk.earlyhelphub.query.QueryProcess;

/** The organisation's sign-in is away: nobody is let in, nobody is told that their token is bad, and no page of causes is logged. */
class UnreachableIssuerTest {

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void is_said_in_one_line_and_asked_to_come_again(@TempDir Path folder) {
        var master = folder.resolve("master.json");
        MasterKeys.createFile(master);
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        try (var postgres = LocalPostgres.throwAway();
                var process = QueryProcess.application()
                        .run(
                                "--server.port=0",
                                "--hub.db.url=" + postgres.jdbcUrl(),
                                "--hub.db.owner=" + postgres.owner(),
                                "--hub.db.roles-secret=a secret for tests only",
                                "--hub.vault.master-keys=" + master.toUri(),
                                "--hub.vault.search-secret=another secret",
                                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1/realm",
                                "--spring.security.oauth2.resourceserver.jwt.audiences=early-help-hub")) {
            root.addAppender(lines);
            var token = encoded("{\"alg\":\"RS256\",\"kid\":\"k\",\"typ\":\"at+jwt\"}") + "."
                    + encoded("{\"sub\":\"amy\",\"iss\":\"http://127.0.0.1:1/realm\"}") + "." + encoded("signature");
            var base = "http://127.0.0.1:" + process.getEnvironment().getProperty("local.server.port");
            var answer = send(HttpRequest.newBuilder(URI.create(base + "/api/worklist"))
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.status()).as(answer.body()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("issuer-unreachable");
            assertThat(answer.raw().headers().firstValue("Retry-After")).isPresent();
            assertThat(send(HttpRequest.newBuilder(URI.create(base + "/actuator/health/liveness")))
                            .status())
                    .isEqualTo(200);
            assertThat(lines.list).isNotEmpty().allSatisfy(line -> {
                assertThat(line.getThrowableProxy()).isNull();
                assertThat(line.getFormattedMessage()).doesNotContain(token);
            });
        } finally {
            root.detachAppender(lines);
        }
    }
}
