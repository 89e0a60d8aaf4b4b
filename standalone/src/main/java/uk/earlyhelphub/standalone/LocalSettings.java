package uk.earlyhelphub.standalone;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * An evaluation on one machine.
 *
 * @param data the folder in which the standalone process keeps everything between runs, if it brings its own PostgreSQL; or else
 *     {@code .early-help-hub} in the home of whoever starts it
 * @param demo whether there are demo sign-ins; they exist only on the PostgreSQL that comes along
 */
@ConfigurationProperties("hub")
record LocalSettings(
        @DefaultValue("") String data, @DefaultValue("true") boolean demo) {

    /** The folder, as an absolute path. */
    Path folder() {
        return Path.of(Setting.given("hub.data", data)).toAbsolutePath();
    }
}
