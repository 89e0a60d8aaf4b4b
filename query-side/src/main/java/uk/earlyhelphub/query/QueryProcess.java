package uk.earlyhelphub.query;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import uk.earlyhelphub.personaldata.PersonalData;
import uk.earlyhelphub.platform.wiring.PlatformConfiguration;

/** Runs the query side as a process of its own, over a PostgreSQL that it shares with the command side. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, PersonalData.class, QuerySide.class})
public class QueryProcess {

    /** Starts the process. */
    public static void main(String[] arguments) {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        application().run(arguments);
    }

    /** The process, reading its settings from {@code query-side.properties}; the standalone process has other ones. */
    public static SpringApplication application() {
        var process = new SpringApplication(QueryProcess.class);
        process.setDefaultProperties(Map.of("spring.config.name", "query-side"));
        return process;
    }
}
