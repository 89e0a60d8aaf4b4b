package uk.earlyhelphub.standalone;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once everything is up, where the Hub is and what to try first. */
@Component
class Greeting {
    private final Environment environment;
    private final LocalSettings settings;

    Greeting(Environment environment, LocalSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    @SuppressWarnings("SystemOut") // the greeting is for the person at the terminal, not for the log
    void greet(ApplicationReadyEvent ready) {
        var url = "http://localhost:" + environment.getProperty("local.server.port");
        var issuer = environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri", "");
        System.out.println("\nEarly Help Hub is ready at " + url);
        if (!issuer.isEmpty()) {
            System.out.println("Sign-ins come from " + issuer + "\n");
            return;
        }
        System.out.println("EVALUATION ONLY: demo sign-ins are on. All families in the demo are invented.");
        System.out.println("Data is kept in " + settings.data() + "\n");
        System.out.println("Sign-ins (password \"" + DemoPeople.PASSWORD + "\" for all):");
        DemoPeople.ALL.forEach(p -> System.out.printf(
                "  %-6s %-16s %s%s%n",
                p.id(),
                p.name(),
                p.role().name().toLowerCase(java.util.Locale.UK).replace('_', ' '),
                p.team() == null ? " (" + p.organisation() + ")" : ", " + p.team()));
        System.out.println("""

                Try these, in this order:
                  TOKEN=$(curl -s -d 'username=amy&password=demo' %1$s/demo/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $TOKEN" '%1$s/api/worklist?limit=5'
                  curl -s -H "Authorization: Bearer $TOKEN" %1$s/api/hub-meetings
                """.formatted(url));
        if (settings.demo()) {
            System.out.println("""
                And as somebody of the first family, who looked at the record of one's own:
                  FAY=$(curl -s -d 'username=fay&password=demo' %1$s/demo/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                  curl -s -H "Authorization: Bearer $FAY" %1$s/api/my-record/who-looked
                """.formatted(url));
        }
    }
}
