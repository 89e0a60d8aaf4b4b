package uk.earlyhelphub.events.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How large and how far away anything in the contract can be. Whatever is written keeps to it, so that no event can be one that a
 * reader's store cannot hold. What was stored before these bounds is read as it is.
 */
public enum Bounds implements Rule {
    /** Dates lie between 1900 and 2199: before, nobody in a record was alive, and after, none of them will be. */
    DATE_RANGE(
            "A date must lie between 1 January 1900 and 31 December 2199.",
            "Dates in a record lie between 1 January 1900 and 31 December 2199. Check the year."),
    /** A list has at most 1,000 entries. */
    LIST_SIZE(
            "A list can have at most 1,000 entries.",
            "A list can have at most 1,000 entries. Send the rest with another request."),
    /** A number lies between -1,000,000,000 and 1,000,000,000. */
    NUMBER_RANGE(
            "A number must lie between -1,000,000,000 and 1,000,000,000.",
            "Numbers in a record lie between -1,000,000,000 and 1,000,000,000."),
    /** A text has at most 120,000 characters, which leaves room for one of 20,000 letters once it is sealed. */
    TEXT_LENGTH(
            "A text can have at most 20,000 letters.",
            "A text can have at most 20,000 letters. Send the rest with another request."),
    /** A text has no zero character, which a database cannot hold. */
    TEXT_CHARACTERS(
            "A text cannot have a zero character.",
            "A text cannot have a zero character; it was most likely copied from something that is no text.");

    /** The earliest date. */
    public static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** The latest date. */
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** So many entries a list can have. */
    public static final int MOST_ENTRIES = 1000;

    /** The largest number; the smallest is as far below zero. */
    public static final long LARGEST = 1_000_000_000L;

    /** So many letters a text can have, before it is sealed. */
    public static final int MOST_LETTERS = 20_000;

    private static final int LONGEST = 120_000;

    private final String says;
    private final Terms terms;

    Bounds(String says, String help) {
        this.says = says;
        this.terms = Terms.invalid(help);
    }

    @Override
    public Terms terms() {
        return terms;
    }

    /** The rule in one plain sentence. */
    public String says() {
        return says;
    }

    /**
     * Something out of bounds.
     *
     * @param field the path to it
     */
    public record Fault(String field, Bounds rule) {}

    /** The first thing in a record that is out of bounds; nothing if there is none. */
    public static Optional<Fault> broken(Record record) {
        return Optional.ofNullable(within(record, ""));
    }

    private static @Nullable Fault within(@Nullable Object value, String path) {
        var rule = rule(value);
        if (rule != null) {
            return new Fault(path, rule);
        }
        return switch (value) {
            case Record record -> withinRecord(record, path);
            case Collection<?> all -> withinAll(all, path);
            case Map<?, ?> map -> withinAll(map.values(), path);
            case null, default -> null;
        };
    }

    private static @Nullable Bounds rule(@Nullable Object value) {
        return switch (value) {
            case LocalDate date -> outside(date) ? DATE_RANGE : null;
            case Instant at -> outside(at) ? DATE_RANGE : null;
            case Long number -> Math.abs((double) number) > LARGEST ? NUMBER_RANGE : null;
            case Integer number -> Math.abs((double) number) > LARGEST ? NUMBER_RANGE : null;
            case String text ->
                text.length() > LONGEST ? TEXT_LENGTH : text.indexOf('\0') >= 0 ? TEXT_CHARACTERS : null;
            case Collection<?> all -> all.size() > MOST_ENTRIES ? LIST_SIZE : null;
            case Map<?, ?> map -> map.size() > MOST_ENTRIES ? LIST_SIZE : null;
            case null, default -> null;
        };
    }

    private static boolean outside(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST);
    }

    private static boolean outside(Instant at) {
        return at.isBefore(EARLIEST.atStartOfDay().toInstant(ZoneOffset.UTC))
                || !at.isBefore(LATEST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static @Nullable Fault withinAll(Collection<?> all, String path) {
        var n = 0;
        for (var one : all) {
            var fault = within(one, path + '[' + n++ + ']');
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable Fault withinRecord(Record record, String path) {
        for (var component : record.getClass().getRecordComponents()) {
            var fault = within(
                    valueOf(record, component),
                    path.isEmpty() ? component.getName() : path + '.' + component.getName());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record does not say what it holds", e);
        }
    }
}
