package uk.earlyhelphub.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What the written pages say of the repository is still so: files, libraries, decisions, alerts and events that they name. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path ADR = ROOT.resolve("docs/adr");

    /** A path in code quotes: it has a folder and an ending, and nothing to fill in. */
    private static final Pattern NAMED_FILE = Pattern.compile("`(\\.?[A-Za-z][\\w.-]*(?:/[\\w.-]+)+\\.[a-z]{2,10})`");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<(?:dependency|path|parent)>(?:\\s|<!--[^>]*-->)*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>(?:\\s*<version>([^<]+)</version>)?");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z.-]+)>([^<$]+)</\\1>");

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static List<Path> pages() throws IOException {
        try (var found = Files.find(
                ROOT,
                6,
                (path, _) -> path.toString().endsWith(".md")
                        && Stream.of("target", ".git", "node_modules")
                                .noneMatch(p -> path.toString().contains("/" + p + "/")))) {
            return found.toList();
        }
    }

    private static List<Path> poms() throws IOException {
        try (var found = Files.find(ROOT, 2, (path, _) -> path.endsWith("pom.xml"))) {
            return found.filter(p -> !p.toString().contains("/target/")).toList();
        }
    }

    @Test
    void every_file_that_a_page_names_is_there() throws IOException {
        var missing = new ArrayList<String>();
        for (var page : pages()) {
            var text = read(page);
            NAMED_FILE
                    .matcher(text)
                    .results()
                    .map(m -> m.group(1))
                    .filter(name -> !name.contains("target/") && !name.startsWith("keys/"))
                    .filter(name -> !Files.exists(ROOT.resolve(name)) && !Files.exists(page.resolveSibling(name)))
                    .forEach(name -> missing.add(page + " names " + name));
            LINK.matcher(text)
                    .results()
                    .map(m -> m.group(1))
                    .filter(name -> !Files.exists(page.resolveSibling(name)))
                    .forEach(name -> missing.add(page + " leads to " + name));
        }
        assertThat(pages()).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }

    @Test
    void every_decision_is_in_the_index_under_its_own_title() throws IOException {
        var titles = new TreeMap<String, String>();
        try (var files = Files.list(ADR)) {
            for (var file : files.filter(f -> f.getFileName().toString().matches("\\d{4}.*"))
                    .toList()) {
                var heading = read(file).lines().findFirst().orElse("");
                titles.put(file.getFileName().toString(), heading.replaceFirst("^# \\d+\\. ", ""));
            }
        }
        var listed = Pattern.compile(
                        "^\\| \\[(\\d+)]\\((\\d{4}[^)]+)\\) \\| ([^|]+) \\| [^|]+ \\| \\d{4}-\\d{2}-\\d{2} \\|$",
                        Pattern.MULTILINE)
                .matcher(read(ADR.resolve("README.md")))
                .results()
                .collect(Collectors.toMap(m -> m.group(2), m -> m.group(3), (a, _) -> a, TreeMap::new));
        assertThat(listed).isEqualTo(titles).isNotEmpty();
    }

    @Test
    void every_library_is_listed_with_its_version_and_no_other_is() throws IOException {
        var root = read(ROOT.resolve("pom.xml"));
        Map<String, String> properties = PROPERTY.matcher(root)
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, _) -> a));
        var used = new TreeMap<String, String>();
        for (var pom : poms()) {
            DEPENDENCY
                    .matcher(read(pom))
                    .results()
                    .filter(m -> !m.group(1).equals("uk.earlyhelphub"))
                    .forEach(m -> used.merge(m.group(2), version(m, properties), (a, b) -> a.equals("Boot") ? b : a));
        }
        var listed = Pattern.compile("^\\| `([\\w.-]+)` \\| ([^ |]+) \\|", Pattern.MULTILINE)
                .matcher(read(ROOT.resolve("docs/dependencies.md")))
                .results()
                .collect(Collectors.toMap(m -> m.group(1), m -> m.group(2), (a, _) -> a, TreeMap::new));
        assertThat(listed).isEqualTo(used);
        assertThat(used).hasSizeGreaterThan(30);
    }

    private static String version(MatchResult found, Map<String, String> properties) {
        var version = found.group(3);
        if (version == null) {
            return "Boot";
        }
        return version.startsWith("${")
                ? properties.getOrDefault(version.substring(2, version.length() - 1), version)
                : version;
    }

    @Test
    @SuppressWarnings("unchecked")
    void every_alert_has_its_section_and_no_page_names_another() throws IOException {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(read(ROOT.resolve("docs/alerts.yaml")));
        var alerts = new TreeSet<String>();
        for (var group : file.getOrDefault("groups", List.of())) {
            ((List<Map<String, Object>>) group.getOrDefault("rules", List.of()))
                    .forEach(rule -> alerts.add(String.valueOf(rule.get("alert"))));
        }
        var sections = Pattern.compile("^## (\\w+)$", Pattern.MULTILINE)
                .matcher(read(ROOT.resolve("docs/runbooks/alerts.md")))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(sections).isEqualTo(alerts).isNotEmpty();
        for (var page : pages()) {
            assertThat(Pattern.compile("alerts? `([\\w-]+)`")
                            .matcher(read(page))
                            .results()
                            .map(m -> m.group(1)))
                    .as(page.toString())
                    .isSubsetOf(alerts);
        }
    }

    @Test
    void no_walk_through_the_code_crosses_more_than_twelve_files() throws IOException {
        var walks = read(ROOT.resolve("docs/architecture.md"))
                .split("## Two walks")[1]
                .split("\n## ")[0]
                .split("\n\\*\\*");
        assertThat(walks).hasSize(3);
        Stream.of(walks)
                .skip(1)
                .forEach(walk -> assertThat(walk.lines().filter(line -> line.matches("\\| \\d+ \\|.*")))
                        .as(walk)
                        .hasSizeBetween(8, 12));
    }

    @Test
    void every_module_says_what_it_is() throws IOException {
        var modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(read(ROOT.resolve("pom.xml")))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(modules).isNotEmpty();
        for (var module : modules) {
            assertThat(ROOT.resolve(module).resolve("README.md")).content().startsWith("# " + module + "\n");
            assertThat(read(ROOT.resolve("docs/architecture.md"))).contains("`" + module + "`");
        }
    }

    @Test
    void every_event_stands_in_the_event_model_of_its_stream() throws IOException {
        var model = read(ROOT.resolve("docs/event-model.md"));
        var catalogue = read(ROOT.resolve("docs/event-catalogue.md"));
        var streams = Stream.of(catalogue.split("(?m)^## ")).skip(1).toList();
        assertThat(streams).hasSizeGreaterThan(5);
        for (var stream : streams) {
            var name = stream.substring(0, stream.indexOf('\n')).strip();
            var start = model.indexOf("\n## " + name + "\n");
            assertThat(start).as(name).isPositive();
            var end = model.indexOf("\n## ", start + 4);
            var section = model.substring(start, end < 0 ? model.length() : end);
            Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                    .matcher(stream)
                    .results()
                    .map(m -> m.group(1))
                    .forEach(event -> assertThat(section).as(name).containsPattern("\\b" + event + "\\b"));
        }
    }
}
