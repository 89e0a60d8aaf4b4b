package uk.earlyhelphub.platform.web.token;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token must say: this issuer, this Hub as its audience, when it was issued and when it ends. A token for another
 * application of the organisation, or one that never ends, signs nobody in (RFC 9068 section 4, RFC 8725 section 3).
 *
 * @param maximumAge how long ago it may have been issued, whatever it says about its end
 */
public record TokenRules(String issuer, Set<String> audiences, Duration maximumAge, Clock clock)
        implements OAuth2TokenValidator<Jwt> {
    /** How far the clocks of the issuer and of the Hub may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    public TokenRules {
        audiences = Set.copyOf(audiences);
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var faults = new ArrayList<String>();
        var now = clock.instant();
        if (!issuer.equals(token.getClaimAsString("iss"))) {
            faults.add("issuer");
        }
        var audience = token.getAudience();
        if (audience == null || Collections.disjoint(audience, audiences)) {
            faults.add("audience");
        }
        var expires = token.getExpiresAt();
        if (expires == null || !now.isBefore(expires.plus(SKEW))) {
            faults.add("expiry");
        }
        var issued = token.getIssuedAt();
        if (issued == null || issued.isAfter(now.plus(SKEW)) || issued.isBefore(now.minus(maximumAge))) {
            faults.add("age");
        }
        var from = token.getNotBefore();
        if (from != null && from.isAfter(now.plus(SKEW))) {
            faults.add("not-before");
        }
        return faults.isEmpty()
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "Refused for " + List.copyOf(faults), null));
    }
}
