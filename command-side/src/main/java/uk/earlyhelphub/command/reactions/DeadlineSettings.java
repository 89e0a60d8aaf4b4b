package uk.earlyhelphub.command.reactions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * How deadlines are kept.
 *
 * @param every how long after one look for what has come due the next one is
 */
@ConfigurationProperties(prefix = "hub.deadlines", ignoreUnknownFields = false)
record DeadlineSettings(@DefaultValue("10s") Duration every) {
    DeadlineSettings {
        Setting.between("hub.deadlines.every", every, Duration.ofMillis(10), Duration.ofDays(1));
    }
}
