package uk.earlyhelphub.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.endtoend.RunningHub.CONTEXT;
import static uk.earlyhelphub.endtoend.RunningHub.base;
import static uk.earlyhelphub.endtoend.RunningHub.get;
import static uk.earlyhelphub.endtoend.RunningHub.post;
import static uk.earlyhelphub.endtoend.RunningHub.send;
import static uk.earlyhelphub.endtoend.RunningHub.token;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import uk.earlyhelphub.endtoend.RunningHub.Answer;
import uk.earlyhelphub.platform.engine.EventLog;

/** Whatever is asked, and whoever refuses it, the answer is one of ours: a problem or a page, with the headers that protect it. */
class EdgeAnswersTest {
    private static final String CANARY = "Canaria-Quill";

    /** What comes back for these bytes on a connection of their own. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(base()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(String line) {
        return line + "\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token("amy") + "\r\n\r\n";
    }

    static Stream<String> requestsThatServersRefuse() {
        return Stream.of(
                line("GET /api/worklist?area=%F0%28 HTTP/1.1"),
                line("GET /api/worklist?area=%zz HTTP/1.1"),
                line("GET /api/worklist?area=%00 HTTP/1.1"),
                line("GET /api/%F0%28 HTTP/1.1"),
                line("GET /api/%zz HTTP/1.1"),
                line("GET /api/%00 HTTP/1.1"),
                line("GET /api//worklist HTTP/1.1"),
                line("GET /api/%2e%2e/worklist HTTP/1.1"),
                line("GET /api/worklist;a=b HTTP/1.1"),
                line("GET /api/a\\b HTTP/1.1"),
                line("GET /api/{x} HTTP/1.1"),
                line("TRACE /api/worklist HTTP/1.1"),
                line("BREW /api/worklist HTTP/1.1"),
                line("GET /error HTTP/1.1"),
                line("GET /nowhere HTTP/1.1"),
                line("GET /actuator/nowhere HTTP/1.1"),
                line("GET /api/worklist HTTP/9.9"),
                line("rubbish"),
                "GET /api/worklist HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET /api/worklist HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET /api/worklist HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n",
                "GET /api/worklist HTTP/1.1\r\nHost: localhost\r\nBroken\r\nConnection: close\r\n\r\n",
                line("POST /api/referrals HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 0"),
                line("POST /demo/token HTTP/1.1\r\nContent-Type: multipart/form-data\r\nContent-Length: 0"),
                line(
                        "POST /demo/token?username=amy&password=demo HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0"),
                line("POST /api/referrals HTTP/1.1\r\nContent-Type: nonsense\r\nContent-Length: 0"),
                line("POST /api/referrals HTTP/1.1\r\nTransfer-Encoding: nonsense"),
                line("POST /api/referrals HTTP/1.1\r\nContent-Length: x"),
                line("GET /api/worklist HTTP/1.1\r\nAccept: nonsense/"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatServersRefuse")
    void a_refusal_by_the_server_itself_is_a_problem_too(String request) throws IOException {
        var answer = raw(request);
        assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|501|505) .*");
        var headers = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(java.util.Locale.ROOT);
        assertThat(headers)
                .contains("content-type: application/problem+json")
                .contains("content-security-policy: default-src 'none'")
                .contains("x-content-type-options: nosniff")
                .contains("cache-control: no-store");
        assertThat(answer).contains("\"code\":\"").doesNotContain("Exception", "org.", "java.", "tomcat", "Tomcat");
    }

    static Stream<String> paths() {
        return Stream.of("/", "/favicon.ico", "/problems/not-found", "/actuator/health", "/api/worklist", "/nowhere");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void every_answer_has_the_headers_that_protect_it(String path) {
        var headers = get("amy", path).raw().headers();
        for (var name : List.of(
                "Content-Security-Policy",
                "Referrer-Policy",
                "X-Content-Type-Options",
                "X-Frame-Options",
                "Permissions-Policy",
                "Cache-Control")) {
            assertThat(headers.allValues(name)).as(name).hasSize(1);
        }
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
    }

    @Test
    void the_start_page_says_what_this_is_and_where_to_go() {
        var page = send(HttpRequest.newBuilder(URI.create(base() + "/")).header("Accept", "text/html"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.raw().headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("Early Help Hub", "/actuator/health");
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/favicon.ico")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_page_of_a_rule_says_what_to_do_and_where_the_rule_comes_from() {
        var page = get("amy", "/problems/parents-consent-ended");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Ask the young person.", "Where this comes from: R12.");
        refused(get("amy", "/problems/no-such-code"), 404, "not-found");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("java.", "uk.earlyhelphub", "springframework", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "application/json;q=0"})
    void an_answer_that_its_sender_could_not_read_is_refused_before_anything_is_done(String accept) {
        var before = CONTEXT.getBean(EventLog.class).head();
        refused(
                post(
                        "maya",
                        "/api/services",
                        "{\"name\":\"s\",\"provider\":\"p\",\"description\":\"d\",\"needs\":[\"EDUCATION\"],\"levels\":[\"ADDITIONAL\"],\"areas\":[\"Clewer\"],\"places\":1}",
                        "Accept",
                        accept),
                406,
                "not-acceptable");
        refused(post("amy", "/api/person-searches", "{\"name\":\"x\"}", "Accept", accept), 406, "not-acceptable");
        assertThat(CONTEXT.getBean(EventLog.class).head()).isEqualTo(before);
    }

    @Test
    void a_parameter_that_is_not_known_is_refused_by_its_name() {
        var answer = get("amy", "/api/worklist?stauts=AWAITING_CONSENT");
        refused(answer, 400, "unknown-parameter");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("stauts");
        assertThat(answer.text("detail")).contains("status");
        refused(get("amy", "/api/worklist?" + CANARY + "=1"), 400, "unknown-parameter");
        assertThat(get("amy", "/api/worklist?" + CANARY + "=1").body()).doesNotContain(CANARY);
        refused(get("aled", "/api/trail?referal=x"), 400, "unknown-parameter");
        refused(get("amy", "/api/worklist?limit=1&limit=2"), 400, "parameter-twice");
        refused(post("amy", "/api/person-searches?name=x", "{\"name\":\"x\"}"), 400, "unknown-parameter");
        assertThat(get("aled", "/api/trail?purpose=AUDIT&limit=1").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/trail?from=+1000000000-12-31T23:59:59Z",
                "/api/trail?to=-1000000000-01-01T00:00:00Z",
                "/api/trail?from=0001-01-01T00:00:00Z",
                "/api/trail?from=9999-01-01T00:00:00Z",
                "/api/trail?from=x",
                "/api/trail?after=x",
                "/api/trail?after=99999999999999999999-1",
                "/api/trail?after=9223372036854775807-9223372036854775807-9223372036854775807",
                "/api/trail?after=-1",
                "/api/trail?limit=0",
                "/api/trail?limit=99999999999",
                "/api/trail?person=%F0%9F%A6%8A",
                "/api/trail?actor=%01",
                "/api/trail?correlation=",
                "/api/replays?after=x",
                "/api/replays?limit=201",
                "/api/proof/consistency?from=-1",
                "/api/proof/consistency?from=9223372036854775807",
                "/api/proof/consistency",
                "/api/proof/events/x",
                "/api/proof/events/99999999999999999999999",
                "/api/proof/commands/%01",
                "/api/dead-letters?limit=-5",
                "/api/dead-letters/casefile/x?from=-9223372036854775808"
            })
    void whatever_an_auditor_types_is_no_fault_of_the_server(String path) {
        assertThat(get("aled", path.replace("+", "%2B")).status()).as(path).isBetween(200, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/worklist?status=x",
                "/api/worklist?needs=x&after=y",
                "/api/worklist?after=x",
                "/api/worklist?after=2026-01-01%7Cx",
                "/api/worklist?after=%2B999999999-12-31_00000000-0000-4000-8000-000000000000",
                "/api/worklist?area=%01",
                "/api/worklist?immediateRisk=perhaps",
                "/api/hub-meetings?after=x",
                "/api/hub-meetings?limit=1000",
                "/api/services?after=%2B999999999",
                "/api/services?limit=-1",
                "/api/sharing-register?referral=x",
                "/api/sharing-register?recipient=x",
                "/api/sharing-register?after=x",
                "/api/referrals/{id}?asAt=x",
                "/api/referrals/{id}?asAt=%2B1000000000-12-31T23:59:59Z",
                "/api/referrals/{id}?version=-1",
                "/api/referrals/{id}?version=99999999999999999999",
                "/api/referrals/{id}/history?from=-1000000000-01-01T00:00:00Z",
                "/api/referrals/{id}/could-see?actor=a&asAt=%2B1000000000-12-31T23:59:59Z",
                "/api/referrals/{id}/could-see?actor=a",
                "/api/referrals/{id}/trail?after=x",
                "/api/break-glass?after=x",
                "/api/conflicts?after=x"
            })
    void whatever_a_manager_types_is_no_fault_of_the_server(String path) {
        assertThat(get("maya", path.replace("{id}", UUID.randomUUID().toString()))
                        .status())
                .as(path)
                .isBetween(200, 499);
    }

    @Test
    void what_nobody_serves_and_what_nobody_understands_reaches_no_log() throws IOException {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        root.addAppender(lines);
        try {
            get("amy", "/api/" + CANARY);
            get("amy", "/" + CANARY + "?name=" + CANARY);
            get("amy", "/api/worklist?" + CANARY + "=" + CANARY);
            get("amy", "/api/referrals/" + CANARY);
            post("amy", "/api/" + CANARY, "{\"name\":\"" + CANARY + "\"}");
            post("amy", "/api/referrals", "{\"" + CANARY + "\":1}");
            get("amy", "/api/worklist", "X-Correlation-Id", CANARY);
            raw(line("GET /api/" + CANARY + "/%F0%28 HTTP/1.1"));
            raw(line("GET /api/" + CANARY + "/{} HTTP/1.1"));
            raw(line("GET /api/worklist?area=" + CANARY + "%zz HTTP/1.1"));
            raw(line("GET /api//" + CANARY + " HTTP/1.1"));
            raw("GET /api/worklist HTTP/1.1\r\nHost: " + CANARY + " b\r\nConnection: close\r\n\r\n");
            send(HttpRequest.newBuilder(URI.create(base() + "/api/worklist"))
                    .header("Authorization", "Bearer " + CANARY));
        } finally {
            root.detachAppender(lines);
        }
        assertThat(root.isEnabledFor(Level.WARN)).isTrue();
        assertThat(lines.list.stream()
                        .map(e -> e.getFormattedMessage()
                                + (e.getThrowableProxy() == null
                                        ? ""
                                        : e.getThrowableProxy().getMessage())))
                .noneMatch(text -> text.contains(CANARY));
    }

    @Test
    void how_the_hub_runs_is_shown_to_those_who_run_it() {
        for (var path : List.of("/actuator/prometheus", "/v3/api-docs")) {
            refused(send(HttpRequest.newBuilder(URI.create(base() + path))), 401, "not-signed-in");
            for (var person : List.of("amy", "maya", "dora", "aled", "hana")) {
                refused(get(person, path), 403, "administrators-only");
            }
            assertThat(get("omar", path).status()).isEqualTo(200);
        }
        var anybody = send(HttpRequest.newBuilder(URI.create(base() + "/actuator/health")));
        assertThat(anybody.status()).isEqualTo(200);
        assertThat(anybody.body()).contains("\"status\"").doesNotContain("components", "projections");
        assertThat(get("amy", "/actuator/health").body()).doesNotContain("components");
        assertThat(get("omar", "/actuator/health").body()).contains("components");
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/actuator/health/readiness")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_whose_access_has_ended_sees_it_no_more() {
        // Only somebody who has ever come can have their access ended.
        assertThat(get("omar", "/api/dead-letters").status()).isEqualTo(200);
        refused(post("maya", "/api/staff-access/ends", "{\"staff\":\"omar\",\"cause\":\"LEFT\"}"), 404, "not-found");
        var ended = post("dora", "/api/staff-access/ends", "{\"staff\":\"omar\",\"cause\":\"LEFT\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(202);
        try {
            refused(get("omar", "/actuator/prometheus"), 403, "administrators-only");
            refused(get("omar", "/v3/api-docs"), 403, "administrators-only");
            assertThat(get("omar", "/actuator/health").body()).doesNotContain("components");
        } finally {
            assertThat(post("dora", "/api/staff-access/restorations", "{\"staff\":\"omar\"}")
                            .status())
                    .isEqualTo(202);
        }
        assertThat(get("omar", "/actuator/prometheus").status()).isEqualTo(200);
    }

    @Test
    void requests_without_a_good_token_are_counted() {
        assertThat(send(HttpRequest.newBuilder(URI.create(base() + "/api/worklist")))
                        .status())
                .isEqualTo(401);
        assertThat(get("omar", "/actuator/prometheus").body()).containsPattern("hub_sign_ins_refused_total [1-9]");
    }
}
