package uk.earlyhelphub.command;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import uk.earlyhelphub.personaldata.PersonalData;
import uk.earlyhelphub.platform.wiring.PlatformConfiguration;

/** Runs the command side as a process of its own, over a PostgreSQL that it shares with the query side. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, PersonalData.class, CommandSide.class})
public class CommandProcess {

    /** Starts the process; with {@code make-master-key FILE} it makes a master key in a new file instead, and ends. */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("make-master-key")) {
            System.exit(makeMasterKey(arguments));
        }
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        application().run(arguments);
    }

    @SuppressWarnings("SystemOut") // make-master-key answers whoever is at the terminal
    private static int makeMasterKey(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("make-master-key needs the name of a file, which must not be there yet.");
            return 2;
        }
        return MakeMasterKey.in(Path.of(arguments[1]), System.out, System.err);
    }

    /** The process, reading its settings from {@code command-side.properties}; the standalone process has other ones. */
    public static SpringApplication application() {
        var process = new SpringApplication(CommandProcess.class);
        process.setDefaultProperties(Map.of("spring.config.name", "command-side"));
        return process;
    }
}
