package uk.earlyhelphub.personaldata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.PersonId;

/**
 * Finds people by name, date of birth and postcode without either being kept: each is turned into a keyed token, and tokens
 * are compared. Names also match by sound. The tokens of a person are deleted with their key.
 */
public final class PersonSearch {
    private static final Map<String, Integer> WEIGHT =
            Map.of("name", 30, "sound", 15, "birth", 35, "postcode", 20, "nhs", 100, "upn", 100);

    private final JdbcTemplate jdbc;
    private final MasterKeys keys;
    private final KeysSeen seen;
    private final DoubleMetaphone sound = new DoubleMetaphone();

    public PersonSearch(DataSource vault, MasterKeys keys) {
        this(vault, keys, new KeysSeen(new JdbcTemplate(vault)));
    }

    PersonSearch(DataSource vault, MasterKeys keys, KeysSeen seen) {
        this.jdbc = new JdbcTemplate(vault);
        this.keys = keys;
        this.seen = seen;
    }

    /** What is known of somebody; whatever is not known is left out. */
    public record Details(
            List<String> names,
            @Nullable String dateOfBirth,
            @Nullable String postcode,
            @Nullable String nhsNumber,
            @Nullable String upn) {
        public Details {
            names = List.copyOf(names);
        }
    }

    /**
     * Somebody who may be the same person.
     *
     * @param score 0 to 100; 100 when an NHS number or UPN agrees
     * @param agreesOn in which respects, e.g. {@code name}, {@code birth}
     */
    public record Candidate(PersonId personId, int score, Set<String> agreesOn) {}

    /** Makes a person findable by these details, besides those given before. */
    public void remember(PersonId person, Details details) {
        tokens(details)
                .forEach((token, kind) -> jdbc.update(
                        "insert into vault.search_token (token, person_id, kind) select decode(?, 'hex'), person_id, ?"
                                + " from vault.person_key where person_id = ?::uuid and state = 'ACTIVE' on conflict do nothing",
                        token,
                        kind,
                        person.value()));
    }

    /**
     * Who may be meant, best first, at most {@code limit}. Somebody who agrees only by sound of one name is left out. Throws
     * {@link KeysLost} if people's keys are gone: to find nobody would have families recorded twice.
     */
    public List<Candidate> find(Details details, int limit) {
        var tokens = tokens(details);
        if (tokens.isEmpty()) {
            return List.of();
        }
        seen.require();
        var agreements = new LinkedHashMap<String, List<String>>();
        jdbc.query(
                "select person_id::text, kind from vault.search_token where token = any (select decode(t, 'hex') from unnest(?) t)",
                row -> {
                    agreements
                            .computeIfAbsent(row.getString(1), k -> new ArrayList<>())
                            .add(row.getString(2));
                },
                (Object) tokens.keySet().toArray(String[]::new));
        var words = words(details.names()).size();
        return agreements.entrySet().stream()
                .map(e -> candidate(e.getKey(), e.getValue(), words))
                .filter(c -> c.score() >= 20)
                .sorted((a, b) -> a.score() == b.score()
                        ? a.personId().value().compareTo(b.personId().value())
                        : Integer.compare(b.score(), a.score()))
                .limit(limit)
                .toList();
    }

    private static Candidate candidate(String person, List<String> kinds, int words) {
        var score = 0.0;
        for (var kind : kinds) {
            var parts = kind.equals("name") || kind.equals("sound") ? Math.max(1, words) : 1;
            score += WEIGHT.getOrDefault(kind, 0) / (double) parts;
        }
        return new Candidate(new PersonId(person), (int) Math.min(100, Math.round(score)), new LinkedHashSet<>(kinds));
    }

    /** The tokens of what is told exactly; how a name sounds is left out. */
    List<String> exactTokens(Details details) {
        return tokens(details).entrySet().stream()
                .filter(e -> !e.getValue().equals("sound"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What makes a person findable by these details: each token with its kind. */
    Map<String, String> tokens(Details details) {
        var tokens = new LinkedHashMap<String, String>();
        for (var word : words(details.names())) {
            put(tokens, "name", word);
            synchronized (sound) {
                put(tokens, "sound", sound.doubleMetaphone(word));
            }
        }
        put(tokens, "birth", details.dateOfBirth());
        put(tokens, "postcode", compact(details.postcode()));
        put(tokens, "nhs", compact(details.nhsNumber()));
        put(tokens, "upn", compact(details.upn()));
        return tokens;
    }

    private void put(Map<String, String> tokens, String kind, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            tokens.put(java.util.HexFormat.of().formatHex(keys.token(kind + '|' + text)), kind);
        }
    }

    private static @Nullable String compact(@Nullable String text) {
        return text == null ? null : text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** The words of the names without case, accents and punctuation, so that O'Brien finds Ó Brien. */
    private static Set<String> words(List<String> names) {
        var words = new LinkedHashSet<String>();
        for (var name : names) {
            var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .replaceAll("['’`]", "")
                    .toLowerCase(Locale.ROOT);
            Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                    .filter(w -> !w.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }
}
