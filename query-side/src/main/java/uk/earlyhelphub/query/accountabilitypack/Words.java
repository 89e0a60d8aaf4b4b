package uk.earlyhelphub.query.accountabilitypack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values are written for people: days and instants in London's time, codes in small letters, nothing as "none". */
final class Words {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.UK);
    private static final String NONE = "none";

    private Words() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case LocalDate day -> day.format(DAY);
            case LocalTime time -> time.toString();
            case Instant moment -> moment.atZone(LONDON).format(MOMENT);
            case Boolean yes -> yes ? "yes" : "no";
            case Enum<?> code -> code.name().toLowerCase(Locale.UK).replace('_', ' ');
            case Collection<?> several -> list(several.stream().map(Words::of).toList());
            default -> value.toString();
        };
    }

    /** The name of an event, apart. */
    static String spaced(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
    }

    /** A day that was sent as text, as people write it; any other text as it is. */
    static String day(@Nullable String text) {
        return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}") ? of(LocalDate.parse(text)) : of(text);
    }

    private static String list(List<String> several) {
        return several.isEmpty() ? NONE : String.join(", ", several);
    }
}
