package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;

/** What can be known about the container files without a container engine. */
class ContainerFilesTest {
    private static final Path ROOT = Path.of("..");

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() throws IOException {
        Map<String, Object> compose = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(compose.get("services"));
    }

    @Test
    void every_image_is_pinned_to_a_version() throws IOException {
        var images = services().values().stream()
                .map(s -> s.get("image"))
                .filter(i -> i != null)
                .map(String::valueOf);
        assertThat(images).isNotEmpty().allMatch(i -> i.matches(".+:\\d+\\.\\d+.*"));
        assertThat(Files.readAllLines(ROOT.resolve("Dockerfile")))
                .filteredOn(l -> l.startsWith("FROM "))
                .isNotEmpty()
                .allMatch(l -> l.matches("FROM [^:]+:\\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    void nothing_is_published_beyond_the_loopback_address() throws IOException {
        for (var service : services().values()) {
            assertThat((List<?>) service.getOrDefault("ports", List.of()))
                    .allMatch(port -> String.valueOf(port).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void both_sides_are_built_wait_for_their_database_and_phone_nobody() throws IOException {
        for (var side : List.of("command-side", "query-side")) {
            var service = Objects.requireNonNull(services().get(side));
            assertThat(String.valueOf(service.get("build"))).contains("SIDE=" + side);
            assertThat(String.valueOf(service.get("depends_on"))).contains("postgres");
            assertThat(String.valueOf(service.get("environment"))).contains("AXONIQ_UPDATE_CHECKER_DISABLED=true");
            assertThat(ROOT.resolve(side).resolve("pom.xml")).exists();
        }
    }

    @Test
    void every_setting_in_them_is_one_the_product_reads() throws IOException {
        var settings = Pattern.compile("(?m)^\\| `(hub\\.[a-z.-]+)` \\|")
                .matcher(Files.readString(ROOT.resolve("docs/settings.md")))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(settings).hasSizeGreaterThan(20);
        var names = Pattern.compile("\\bHUB_[A-Z_]+(?=:)")
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(MatchResult::group)
                // What the file itself puts into other settings.
                .filter(name -> !List.of("HUB_ISSUER", "HUB_AUDIENCE", "HUB_KEYS", "HUB_PROOF")
                        .contains(name))
                .toList();
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings).as(name).anyMatch(setting -> isReadFrom(name, setting)));
    }

    /** Whether Spring takes a setting from a variable of the environment by this name. */
    private static boolean isReadFrom(String variable, String setting) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, "set"));
        return new Binder(ConfigurationPropertySources.from(environment))
                .bind(setting, String.class)
                .isBound();
    }
}
