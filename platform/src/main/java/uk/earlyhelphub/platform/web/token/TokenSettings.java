package uk.earlyhelphub.platform.web.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * Which tokens are believed.
 *
 * @param maximumAge how long ago a token may have been issued, whatever it says about its end
 */
@ConfigurationProperties(prefix = "hub.tokens", ignoreUnknownFields = false)
record TokenSettings(@DefaultValue("12h") Duration maximumAge) {
    TokenSettings {
        Setting.between("hub.tokens.maximum-age", maximumAge, Duration.ofMinutes(1), Duration.ofDays(7));
    }
}
