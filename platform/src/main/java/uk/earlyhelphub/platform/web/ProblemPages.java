package uk.earlyhelphub.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uk.earlyhelphub.events.kernel.ReasonCode;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.platform.commands.Refused;

/** The help page that a problem's {@code type} leads to. Any signed-in or signed-out person may read it. */
@RestController
class ProblemPages {
    private final ReasonCatalogue catalogue;

    ProblemPages(ReasonCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/problems/{code:[a-z0-9-]{1,60}}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable("code") String code) {
        var reason = catalogue.find(code).orElseThrow(Refused::unknown);
        var title = code.replace('-', ' ');
        return ResponseEntity.ok()
                .header("Content-Security-Policy", SecurityHeaders.PAGE)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body("""
                <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s - Early Help Hub</title></head>
                <body><main><h1>%s</h1><p>%s</p>%s</main></body></html>""".formatted(
                                title,
                                title.substring(0, 1).toUpperCase(Locale.UK) + title.substring(1),
                                escaped(reason.help()),
                                source(reason)));
    }

    private static String source(ReasonCode reason) {
        return reason instanceof Rule rule && !rule.source().isEmpty()
                ? "<p>Where this comes from: " + escaped(rule.source()) + ".</p>"
                : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
