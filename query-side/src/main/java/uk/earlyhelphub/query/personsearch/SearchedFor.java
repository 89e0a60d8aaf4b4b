package uk.earlyhelphub.query.personsearch;

import java.util.ArrayList;
import java.util.List;
import uk.earlyhelphub.api.search.PersonSearchApi.SearchForm;
import uk.earlyhelphub.personaldata.PersonSearch.Details;
import uk.earlyhelphub.platform.commands.Refused;

/** Whom somebody searches for. */
final class SearchedFor {
    private SearchedFor() {}

    /** What is known of them. */
    static Details details(SearchForm form) {
        var name = form.name();
        var born = form.dateOfBirth();
        return new Details(
                name == null || name.isBlank() ? List.of() : List.of(name),
                born == null ? null : born.toString(),
                form.postcode(),
                form.nhsNumber(),
                form.upn());
    }

    /** By which details, for the record. Throws a broken rule if there is none. */
    static List<String> used(SearchForm form) {
        var used = new ArrayList<String>();
        if (form.name() != null && !form.name().isBlank()) {
            used.add("name");
        }
        if (form.dateOfBirth() != null) {
            used.add("dateOfBirth");
        }
        if (form.postcode() != null) {
            used.add("postcode");
        }
        if (form.nhsNumber() != null) {
            used.add("nhsNumber");
        }
        if (form.upn() != null) {
            used.add("upn");
        }
        if (used.isEmpty()) {
            throw Refused.by(SearchRule.SEARCH_FOR_SOMETHING, "name", "Give at least one detail to search for.");
        }
        return List.copyOf(used);
    }
}
