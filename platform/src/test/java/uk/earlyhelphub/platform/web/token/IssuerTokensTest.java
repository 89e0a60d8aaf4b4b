package uk.earlyhelphub.platform.web.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which tokens of an issuer are believed, and what happens while the issuer is away. */
class IssuerTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final RSAKey KEY = generated("one");

    private final MovedClock clock = new MovedClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey published = KEY;
    private @Nullable HttpServer issuer;
    private String url = "";

    private static final class MovedClock extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static RSAKey generated(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = server;
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
        serve(
                server,
                "/realm/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url, url));
        serve(server, "/realm/keys", () -> {
            asked.incrementAndGet();
            return new JWKSet(published.toPublicJWK()).toString();
        });
        server.start();
    }

    private static void serve(HttpServer server, String path, java.util.function.Supplier<String> body) {
        server.createContext(path, exchange -> {
            var bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        if (issuer != null) {
            issuer.stop(0);
            issuer = null;
        }
    }

    private JwtDecoder decoder() {
        return IssuerTokens.decoder(new TokenRules(url, Set.of("early-help-hub"), Duration.ofHours(12), clock), "");
    }

    private String token(RSAKey by, @Nullable String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID());
            if (type != null) {
                header.type(new JOSEObjectType(type));
            }
            var claims = new JWTClaimsSet.Builder()
                    .issuer(url)
                    .subject("amy")
                    .audience("early-help-hub")
                    .issueTime(Date.from(clock.instant()))
                    .expirationTime(Date.from(clock.instant().plusSeconds(3600)));
            var token = new SignedJWT(header.build(), change.apply(claims).build());
            token.sign(new RSASSASigner(by));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String good() {
        return token(KEY, "at+jwt", claims -> claims);
    }

    @Test
    void a_token_for_this_hub_is_believed() {
        assertThat(decoder().decode(good()).getSubject()).isEqualTo("amy");
        assertThat(decoder().decode(token(KEY, "JWT", c -> c)).getSubject()).isEqualTo("amy");
        assertThat(decoder()
                        .decode(token(KEY, "at+jwt", c -> c.audience(java.util.List.of("other", "early-help-hub"))))
                        .getSubject())
                .isEqualTo("amy");
    }

    private void refused(String token) {
        assertThatThrownBy(() -> decoder().decode(token)).isInstanceOf(BadJwtException.class);
    }

    @Test
    void a_token_for_another_application_is_not() {
        refused(token(KEY, "at+jwt", c -> c.audience("payroll")));
        refused(token(KEY, "at+jwt", c -> c.audience((String) null)));
    }

    @Test
    void a_token_without_an_end_or_without_a_beginning_is_not() {
        refused(token(KEY, "at+jwt", c -> c.expirationTime(null)));
        refused(token(KEY, "at+jwt", c -> c.issueTime(null)));
    }

    @Test
    void a_token_that_has_ended_or_is_from_the_future_or_too_old_is_not() {
        refused(token(KEY, "at+jwt", c -> c.expirationTime(Date.from(NOW.minusSeconds(31)))));
        refused(token(KEY, "at+jwt", c -> c.issueTime(Date.from(NOW.plusSeconds(31)))));
        refused(token(KEY, "at+jwt", c -> c.notBeforeTime(Date.from(NOW.plusSeconds(31)))));
        refused(token(
                KEY,
                "at+jwt",
                c -> c.issueTime(Date.from(NOW.minus(Duration.ofHours(12)).minusSeconds(1)))
                        .expirationTime(Date.from(NOW.plus(Duration.ofDays(3650))))));
    }

    @Test
    void a_token_of_another_kind_or_issuer_or_key_is_not() {
        refused(token(KEY, "logout+jwt", c -> c));
        refused(token(KEY, null, c -> c));
        refused(token(KEY, "at+jwt", c -> c.issuer("https://elsewhere.example")));
        refused(token(generated("one"), "at+jwt", c -> c));
        refused(token(generated("stranger"), "at+jwt", c -> c));
    }

    @Test
    void an_issuer_that_went_away_signs_nobody_out() {
        var decoder = decoder();
        decoder.decode(good());
        stop();
        clock.now = NOW.plus(Duration.ofHours(3));
        assertThat(decoder.decode(good()).getSubject()).isEqualTo("amy");
        clock.now = NOW.plus(Duration.ofHours(13));
        assertThatThrownBy(() -> decoder.decode(good()))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void an_issuer_that_was_never_there_is_no_verdict_on_a_token() {
        stop();
        assertThatThrownBy(() -> decoder().decode(good()))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void a_new_key_is_learned_and_tokens_by_nobodys_key_do_not_flood_the_issuer() {
        var decoder = decoder();
        decoder.decode(good());
        var next = generated("two");
        published = next;
        clock.now = NOW.plusSeconds(11);
        assertThat(decoder.decode(token(next, "at+jwt", c -> c)).getSubject()).isEqualTo("amy");
        assertThat(asked).hasValue(2);
        var strange = token(generated("stranger"), "at+jwt", c -> c);
        for (int n = 0; n < 50; n++) {
            assertThatThrownBy(() -> decoder.decode(strange)).isInstanceOf(BadJwtException.class);
        }
        assertThat(asked).hasValue(2);
    }
}
