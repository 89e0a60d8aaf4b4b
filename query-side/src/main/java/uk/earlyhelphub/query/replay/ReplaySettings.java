package uk.earlyhelphub.query.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * How replays are followed.
 *
 * @param signOfLife how often whoever follows a replay hears something, even if nothing has changed
 */
@ConfigurationProperties(prefix = "hub.replays", ignoreUnknownFields = false)
record ReplaySettings(@DefaultValue("10s") Duration signOfLife) {
    ReplaySettings {
        Setting.between("hub.replays.sign-of-life", signOfLife, Duration.ofMillis(10), Duration.ofMinutes(10));
    }
}
