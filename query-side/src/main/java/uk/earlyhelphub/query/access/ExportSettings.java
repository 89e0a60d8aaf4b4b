package uk.earlyhelphub.query.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * How much can be taken out.
 *
 * @param mostInAnHour how many files one person may export within an hour
 */
@ConfigurationProperties(prefix = "hub.exports", ignoreUnknownFields = false)
record ExportSettings(@DefaultValue("20") int mostInAnHour) {
    ExportSettings {
        Setting.between("hub.exports.most-in-an-hour", mostInAnHour, 1, 10_000);
    }
}
