package uk.earlyhelphub.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A projection's tables are read in its own room and nowhere else, so that nobody decides on what another keeps for a question of
 * its own. Who needs something of another room asks that room's classes.
 */
class OwnTablesTest {
    private static final Path SOURCES = Path.of("src/main/java/uk/earlyhelphub/query");
    private static final Pattern OWNED = Pattern.compile("(?:\"projections\\.| TABLE = \")(\\w+)\"");
    private static final Pattern IN_SQL =
            Pattern.compile("(?i)\\b(?:from|join|into|update|table|truncate)\\s+(?:projections\\.)?(\\w+)");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

    private static List<Path> sources() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Path> owners(Stream<Path> files) {
        var owners = new TreeMap<String, Path>();
        files.filter(f -> f.getFileName().toString().endsWith("Projection.java"))
                .forEach(f -> OWNED.matcher(read(f))
                        .results()
                        .forEach(m -> owners.put(m.group(1), Objects.requireNonNull(f.getParent()))));
        return owners;
    }

    /** Which tables of others a source reads; a table that no projection owns is nobody's to guard. */
    private static List<String> foreign(Path room, String source, Map<String, Path> owners) {
        var foreign = new ArrayList<String>();
        var sql = String.join(
                " ",
                LITERAL.matcher(source)
                        .results()
                        .map(m -> m.group().replace("\"", ""))
                        .toList());
        IN_SQL.matcher(sql).results().map(m -> m.group(1)).forEach(table -> {
            var owner = owners.get(table);
            if (owner != null && !owner.equals(room)) {
                foreign.add(table);
            }
        });
        return foreign;
    }

    @Test
    void no_room_reads_another_s_tables() {
        var owners = owners(sources().stream());
        assertThat(owners).hasSizeGreaterThan(8).containsKeys("worklist", "sharing", "audit_line", "break_glass");
        for (var file : sources()) {
            assertThat(foreign(Objects.requireNonNull(file.getParent()), read(file), owners))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void a_room_that_does_is_found() {
        var owners = owners(sources().stream());
        var planted = "jdbc.query(\"select * from projections.worklist join\" + \" audit_line using (referral_id)\")";
        assertThat(foreign(Path.of("elsewhere"), planted, owners)).containsExactly("worklist", "audit_line");
    }
}
