package uk.earlyhelphub.standalone;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * The PostgreSQL that comes along.
 *
 * @param port the port on which it listens, on this machine only
 */
@ConfigurationProperties(prefix = "hub.data", ignoreUnknownFields = false)
record LocalPostgresSettings(@DefaultValue("54329") int port) {
    LocalPostgresSettings {
        Setting.between("hub.data.port", port, 1, 65_535);
    }
}
