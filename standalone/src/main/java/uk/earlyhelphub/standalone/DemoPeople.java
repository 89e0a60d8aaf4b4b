package uk.earlyhelphub.standalone;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.metadata.Role;

/** The invented people who can sign in to a demonstration. None of them exists. */
final class DemoPeople {
    static final String PASSWORD = "demo";

    /** One of them. */
    record DemoPerson(
            String id,
            String name,
            Role role,
            String organisation,
            @Nullable String team) {}

    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("amy", "Amy Khan", Role.CASEWORKER, "afc", "windsor"),
            new DemoPerson("tom", "Tom Osei", Role.CASEWORKER, "afc", "maidenhead"),
            new DemoPerson("carol", "Carol Nkemelu", Role.HUB_CHAIR, "afc", "windsor"),
            new DemoPerson("maya", "Maya Lindqvist", Role.MANAGER, "afc", "windsor"),
            new DemoPerson("pat", "Pat Doyle", Role.PROVIDER, "family-action", null),
            new DemoPerson("rosa", "Rosa Marsh", Role.PROVIDER, "bright-paths", null),
            new DemoPerson("hana", "Hana Bell", Role.PARTNER_AGENCY, "EDUCATION_AND_SCHOOLS", null),
            new DemoPerson("colin", "Colin Frost", Role.PARTNER_AGENCY, "CAMHS", null),
            new DemoPerson("dora", "Dora Whitlock", Role.DATA_PROTECTION_OFFICER, "afc", null),
            new DemoPerson("aled", "Aled Price", Role.AUDITOR, "rbwm", null),
            new DemoPerson("ines", "Ines Calder", Role.INVESTIGATOR, "afc", null),
            new DemoPerson("omar", "Omar Reed", Role.ADMINISTRATOR, "afc", null),
            new DemoPerson("fay", "Fay, of a family", Role.FAMILY, "family", null));

    private DemoPeople() {}

    static Optional<DemoPerson> named(String id) {
        return ALL.stream().filter(p -> p.id().equals(id)).findFirst();
    }
}
