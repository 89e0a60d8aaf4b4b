package uk.earlyhelphub.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import uk.earlyhelphub.command.CommandSide;
import uk.earlyhelphub.personaldata.PersonalData;
import uk.earlyhelphub.platform.wiring.PlatformConfiguration;
import uk.earlyhelphub.query.QuerySide;

/** Starts both sides together. Without {@code hub.db.url} it brings its own PostgreSQL, for evaluation. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
@EnableConfigurationProperties({LocalSettings.class, LocalPostgresSettings.class, DemoSettings.class})
@Import({PlatformConfiguration.class, PersonalData.class, CommandSide.class, QuerySide.class})
public class EarlyHelpHub {

    /** Starts the server. */
    public static void main(String[] arguments) {
        // A service that keeps children's data tells nobody outside that it is running.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(EarlyHelpHub.class, arguments);
    }
}
