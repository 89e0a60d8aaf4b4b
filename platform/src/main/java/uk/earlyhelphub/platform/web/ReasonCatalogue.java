package uk.earlyhelphub.platform.web;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.earlyhelphub.events.kernel.ReasonCode;

/** Every code that this process can answer with. A code stands for one thing only. */
public final class ReasonCatalogue {
    private final Map<String, ReasonCode> byCode;

    /** Throws if two things have the same code. */
    public ReasonCatalogue(Collection<ReasonCodes> modules) {
        var codes = new TreeMap<String, ReasonCode>();
        for (var reason :
                modules.stream().map(ReasonCodes::all).flatMap(List::stream).toList()) {
            var other = codes.putIfAbsent(reason.code(), reason);
            if (other != null && !other.equals(reason)) {
                throw new IllegalStateException("Two things have the code " + reason.code());
            }
        }
        byCode = Collections.unmodifiableMap(codes);
    }

    public Optional<ReasonCode> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them, by code. */
    public Collection<ReasonCode> all() {
        return byCode.values();
    }
}
