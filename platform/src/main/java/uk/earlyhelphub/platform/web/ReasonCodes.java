package uk.earlyhelphub.platform.web;

import java.util.Arrays;
import java.util.List;
import uk.earlyhelphub.events.kernel.ReasonCode;

/** The codes that a module brings, as a bean. Each module has one that names every enum of its codes. */
public record ReasonCodes(List<ReasonCode> all) {
    public ReasonCodes {
        all = List.copyOf(all);
    }

    /** All constants of these enums. */
    public static ReasonCodes of(ReasonCode[]... enums) {
        return new ReasonCodes(Arrays.stream(enums).flatMap(Arrays::stream).toList());
    }
}
