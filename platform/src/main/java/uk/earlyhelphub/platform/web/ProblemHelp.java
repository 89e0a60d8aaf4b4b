package uk.earlyhelphub.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What each problem code means and what to do about it: every {@code problems/*.properties} on the classpath. */
public final class ProblemHelp {
    private ProblemHelp() {}

    /** Help texts by code. */
    public static Map<String, String> load() {
        var help = new TreeMap<String, String>();
        try {
            var files = Collections.list(ProblemHelp.class.getClassLoader().getResources("problems/help.properties"));
            for (var file : files) {
                var texts = new Properties();
                try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
                texts.forEach((code, text) -> help.put(code.toString(), text.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(help);
    }
}
