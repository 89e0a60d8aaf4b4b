package uk.earlyhelphub.platform.web.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.util.Set;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads tokens of the organisation's issuer. */
public final class IssuerTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.RS512, JWSAlgorithm.ES384);

    private IssuerTokens() {}

    /**
     * A decoder of access tokens, by the keys that the issuer publishes. Nothing is asked of the issuer before the first token.
     *
     * @param keysAt where the keys are, or empty to have the issuer's discovery document say it
     */
    public static JwtDecoder decoder(TokenRules rules, String keysAt) {
        var over = new DefaultResourceRetriever(2_000, 2_000, 200_000);
        var keys = new IssuerKeys(() -> fetch(over, rules.issuer(), keysAt), rules.clock());
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // What a token claims is checked by the rules, once.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(rules);
        return decoder;
    }

    private static JWKSet fetch(ResourceRetriever over, String issuer, String keysAt) throws Exception {
        var at = keysAt;
        if (at.isEmpty()) {
            var discovery = URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
            var said = JSONObjectUtils.parse(
                    over.retrieveResource(discovery.toURL()).getContent());
            if (!issuer.equals(JSONObjectUtils.getString(said, "issuer"))) {
                throw new IllegalStateException("The discovery document is another issuer's");
            }
            at = JSONObjectUtils.getString(said, "jwks_uri");
        }
        return JWKSet.parse(over.retrieveResource(URI.create(at).toURL()).getContent());
    }
}
