package uk.earlyhelphub.platform.web.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import uk.earlyhelphub.platform.start.StartRefused;

/** The organisation's issuer, if one is named. Which tokens are meant for the Hub has to be said too. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' != ''")
class IssuerConfiguration {

    @Bean
    JwtDecoder issuerTokens(
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri}") String issuer,
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri:}") String keysAt,
            @Value("${spring.security.oauth2.resourceserver.jwt.audiences:}") Set<String> audiences,
            @Value("${hub.tokens.maximum-age:12h}") Duration maximumAge) {
        if (audiences.isEmpty()) {
            throw new StartRefused(
                    "It is not said which tokens of " + issuer + " are meant for the Hub.",
                    "Give --spring.security.oauth2.resourceserver.jwt.audiences=... the audience that your identity provider"
                            + " writes into tokens for the Hub. Without it a token for any other application would do.");
        }
        return IssuerTokens.decoder(new TokenRules(issuer, audiences, maximumAge, Clock.systemUTC()), keysAt);
    }
}
