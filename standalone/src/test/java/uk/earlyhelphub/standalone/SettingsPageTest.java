package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/settings.md} has every setting of ours, made from what the compiler wrote down of their records. Run with
 * {@code -Dhub.regenerate=true} to renew it.
 */
class SettingsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "settings.md");

    private static TreeMap<String, JsonNode> settings() throws IOException {
        var settings = new TreeMap<String, JsonNode>();
        var described = Collections.list(
                SettingsPageTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
        for (var file : described) {
            try (var in = file.openStream()) {
                for (var property : new JsonMapper().readTree(in).get("properties")) {
                    var name = property.get("name").asString();
                    if (name.startsWith("hub.")) {
                        settings.put(name, property);
                    }
                }
            }
        }
        return settings;
    }

    /** What can be written there, and in which unit. */
    private static String unit(JsonNode setting) {
        return switch (setting.get("type").asString()) {
            case "java.time.Duration" -> "a time, as `500ms`, `10s`, `5m`, `12h`";
            case "java.time.LocalTime" -> "a time of day, as `01:00`";
            case "java.lang.Integer" -> "a number";
            case "java.lang.Boolean" -> "`true` or `false`";
            case "java.lang.String" -> "a text";
            case "java.util.List<java.lang.String>" -> "texts, between commas";
            default -> throw new AssertionError("Say what can be written for " + setting);
        };
    }

    private static String standard(JsonNode setting) {
        var value = setting.get("defaultValue");
        if (value == null || value.isArray()) {
            return "";
        }
        return value.asString().isEmpty() ? "" : "`" + value.asString() + "`";
    }

    private static String page() throws IOException {
        return settings().entrySet().stream()
                .map(s -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                s.getKey(),
                                standard(s.getValue()),
                                unit(s.getValue()),
                                s.getValue()
                                        .get("description")
                                        .asString()
                                        .replaceAll("\\s+", " ")
                                        .replaceAll("\\{@code ([^}]+)}", "`$1`")))
                .collect(Collectors.joining("\n", """
                        # Settings

                        What is the Hub's own to set. Each can be given on the command line (`--hub.http.receive-within=5s`) or in the
                        environment (`HUB_HTTP_RECEIVEWITHIN=5s`); settings of Spring Boot, such as `server.port`, work as ever. A value out
                        of bounds, or a name that is misspelt, stops the start and is named. This page is made from the records of the
                        settings by `SettingsPageTest`.

                        | Setting | Default | Takes | Meaning |
                        |---|---|---|---|
                        """, "\n"));
    }

    @Test
    void the_page_of_settings_is_up_to_date() throws IOException {
        var page = page();
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void every_setting_says_what_it_means() throws IOException {
        assertThat(settings())
                .hasSizeGreaterThan(25)
                .allSatisfy((name, setting) -> assertThat(
                                setting.path("description").asString(""))
                        .as(name)
                        .hasSizeGreaterThan(20));
    }

    /** Whatever a process brings along as its own choice is a setting that there is. */
    @Test
    void the_files_of_the_processes_name_no_setting_that_is_not_there() throws IOException {
        for (var file : new String[] {
            "standalone/src/main/resources/application.properties",
            "platform/src/main/resources/hub.properties",
            "command-side/src/main/resources/command-side.properties",
            "query-side/src/main/resources/query-side.properties"
        }) {
            var named = Files.readAllLines(Path.of("..").resolve(file)).stream()
                    .filter(line -> line.startsWith("hub."))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(settings().keySet()).as(file).containsAll(named);
        }
    }
}
