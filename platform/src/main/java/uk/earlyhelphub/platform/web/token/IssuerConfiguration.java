package uk.earlyhelphub.platform.web.token;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import uk.earlyhelphub.platform.start.StartRefused;

/** The organisation's issuer, if one is named. Which tokens are meant for the Hub has to be said too. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TokenSettings.class)
@ConditionalOnExpression("'${spring.security.oauth2.resourceserver.jwt.issuer-uri:}' != ''")
class IssuerConfiguration {

    @Bean
    JwtDecoder issuerTokens(OAuth2ResourceServerProperties server, TokenSettings settings) {
        var issuer = Objects.requireNonNull(server.getJwt().getIssuerUri());
        var keysAt = Objects.requireNonNullElse(server.getJwt().getJwkSetUri(), "");
        var audiences = Set.copyOf(server.getJwt().getAudiences());
        if (audiences.isEmpty()) {
            throw new StartRefused(
                    "It is not said which tokens of " + issuer + " are meant for the Hub.",
                    "Give --spring.security.oauth2.resourceserver.jwt.audiences=... the audience that your identity provider"
                            + " writes into tokens for the Hub. Without it a token for any other application would do.");
        }
        return IssuerTokens.decoder(
                new TokenRules(issuer, audiences, settings.maximumAge(), Clock.systemUTC()), keysAt);
    }
}
