package uk.earlyhelphub.standalone;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Signs tokens for the invented people of a demonstration. It is there only on the local database of an evaluation, and only
 * while no real issuer is named by
 * {@code spring.security.oauth2.resourceserver.jwt.issuer-uri}. Its key is new at every start, so no token outlives the
 * process.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' == '' and '${hub.db.url:}' == ''")
class DemoIssuer {
    private static final String ISSUER = "https://demo.early-help-hub.invalid";

    @Bean
    RSAKey demoKey() throws com.nimbusds.jose.JOSEException {
        return new RSAKeyGenerator(3072).keyID("demo").generate();
    }

    @Bean
    JwtDecoder demoDecoder(RSAKey key) throws com.nimbusds.jose.JOSEException {
        var decoder = NimbusJwtDecoder.withPublicKey(key.toRSAPublicKey())
                .signatureAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return decoder;
    }

    /** Hands out tokens to whoever knows a demo sign-in. */
    @RestController
    @ConditionalOnExpression(
            "'${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' == '' and '${hub.db.url:}' == ''")
    static class Tokens {
        private final NimbusJwtEncoder encoder;
        private final ObjectProvider<DemoFamilyMember> families;

        Tokens(RSAKey key, ObjectProvider<DemoFamilyMember> families) {
            this.families = families;
            this.encoder = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key)));
        }

        @PostMapping(path = "/demo/token", produces = "application/json")
        ResponseEntity<Map<String, Object>> token(
                @RequestParam("username") String username,
                @RequestParam("password") String password,
                @RequestParam(name = "person", required = false) @Nullable String familyMember) {
            var person = DemoPeople.named(username)
                    .filter(p -> DemoPeople.PASSWORD.equals(password))
                    .orElseThrow(() -> new Refused(
                            Refused.Kind.FORBIDDEN, "wrong-sign-in", "There is no such demo sign-in.", null));
            var now = Instant.now();
            var claims = JwtClaimsSet.builder()
                    .issuer(ISSUER)
                    .issuedAt(now)
                    .expiresAt(now.plus(Duration.ofHours(8)))
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
            var token =
                    encoder.encode(JwtEncoderParameters.from(claims.build())).getTokenValue();
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("access_token", token, "token_type", "Bearer", "expires_in", 28800));
        }

        private Optional<String> whoTheyAre(@Nullable String said) {
            return said != null
                    ? Optional.of(said)
                    : families.stream().findFirst().flatMap(DemoFamilyMember::id);
        }
    }
}
