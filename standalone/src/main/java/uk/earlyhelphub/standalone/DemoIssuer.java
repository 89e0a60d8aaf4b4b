package uk.earlyhelphub.standalone;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.web.OpenAddresses;
import uk.earlyhelphub.platform.web.token.TokenRules;

/**
 * Signs tokens for the invented people of a demonstration. It is there only in a demonstration ({@code hub.demo}), on the local
 * database of an evaluation, and while no real issuer is named by
 * {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. Its key is new at every start, so no token outlives the
 * process.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression(DemoIssuer.IN_A_DEMONSTRATION)
class DemoIssuer {
    static final String IN_A_DEMONSTRATION =
            "${hub.demo:false} and '${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' == '' and '${hub.db.url:}' == ''";

    private static final String ISSUER = "https://demo.early-help-hub.invalid";
    private static final String AUDIENCE = "early-help-hub-demo";
    private static final Duration LASTS = Duration.ofHours(8);

    @Bean
    RSAKey demoKey() throws com.nimbusds.jose.JOSEException {
        return new RSAKeyGenerator(3072).keyID("demo").generate();
    }

    @Bean
    JwtDecoder demoDecoder(RSAKey key) throws com.nimbusds.jose.JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new TokenRules(ISSUER, Set.of(AUDIENCE), LASTS, Clock.systemUTC()));
        return decoder;
    }

    @Bean
    OpenAddresses addressOfDemoSignIns() {
        return new OpenAddresses(List.of("/demo/token"));
    }

    /** Hands out tokens to whoever knows a demo sign-in. */
    @RestController
    @ConditionalOnExpression(IN_A_DEMONSTRATION)
    static class Tokens {
        private static final JwsHeader HEADER =
                JwsHeader.with(SignatureAlgorithm.RS256).type("at+jwt").build();
        private final NimbusJwtEncoder encoder;
        private final ObjectProvider<DemoFamilyMember> families;

        Tokens(RSAKey key, ObjectProvider<DemoFamilyMember> families) {
            this.families = families;
            this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        }

        @PostMapping(
                path = "/demo/token",
                consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                produces = "application/json")
        ResponseEntity<Map<String, Object>> token(
                HttpServletRequest request,
                @RequestParam("username") String username,
                @RequestParam("password") String password,
                @RequestParam(name = "person", required = false) @Nullable String familyMember) {
            if (request.getQueryString() != null) {
                throw Refused.by(
                        DemoRule.SIGN_IN_IN_THE_ADDRESS,
                        "Send name and password in the body: addresses are written down.");
            }
            var person = DemoPeople.named(username)
                    .filter(p -> DemoPeople.PASSWORD.equals(password))
                    .orElseThrow(() -> Refused.by(DemoRule.WRONG_SIGN_IN, "There is no such demo sign-in."));
            var now = Instant.now();
            var claims = JwtClaimsSet.builder()
                    .issuer(ISSUER)
                    .audience(List.of(AUDIENCE))
                    .issuedAt(now)
                    .expiresAt(now.plus(LASTS))
                    .subject(person.id())
                    .claim("name", person.name())
                    .claim("roles", List.of(person.role().name()))
                    .claim("organisation", person.organisation());
            if (person.role() == Role.FAMILY) {
                whoTheyAre(familyMember).ifPresent(id -> claims.claim("person", id));
            }
            if (person.team() != null) {
                claims.claim("team", person.team());
            }
            var token = encoder.encode(JwtEncoderParameters.from(HEADER, claims.build()))
                    .getTokenValue();
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("access_token", token, "token_type", "Bearer", "expires_in", LASTS.toSeconds()));
        }

        private Optional<String> whoTheyAre(@Nullable String said) {
            return said != null
                    ? Optional.of(said)
                    : families.stream().findFirst().flatMap(DemoFamilyMember::id);
        }
    }
}
