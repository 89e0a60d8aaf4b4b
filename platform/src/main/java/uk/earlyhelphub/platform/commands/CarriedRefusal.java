package uk.earlyhelphub.platform.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.kernel.Rule;

/** Why a command was not done, as plain values, which survive a journey between processes. */
record CarriedRefusal(
        String kind, String code, String message, @Nullable String field, List<String> notes) {
    private static final String NOT_NOW = "NOT_NOW";

    static CarriedRefusal of(Refused refused) {
        return new CarriedRefusal(
                refused.kind().name(), refused.code(), refused.detail(), refused.field(), refused.notes());
    }

    static CarriedRefusal of(NotNow notNow) {
        return new CarriedRefusal(NOT_NOW, "", notNow.detail(), null, List.of());
    }

    /** The exception that it was. */
    RuntimeException toException() {
        return kind.equals(NOT_NOW)
                ? new NotNow(message)
                : Refused.carried(Rule.Kind.valueOf(kind), code, message, field, notes);
    }
}
