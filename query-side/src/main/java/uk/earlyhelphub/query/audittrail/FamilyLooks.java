package uk.earlyhelphub.query.audittrail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.trail.LookLine;
import uk.earlyhelphub.api.trail.LooksAtMine.LookAtMine;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.access.AccessRight;

/**
 * Which looks at a case are looks at one of its people, and how that person is told of them. Who helps somebody else in the family
 * is not theirs to know: a refuge must not be found through the list of those who asked for a record. So of other organisations
 * only those are told who could be shown this person's own texts.
 */
final class FamilyLooks {
    private static final List<Role> OWN_STAFF = List.of(
            Role.CASEWORKER,
            Role.MANAGER,
            Role.HUB_CHAIR,
            Role.DATA_PROTECTION_OFFICER,
            Role.INVESTIGATOR,
            Role.AUDITOR,
            Role.ADMINISTRATOR);

    /**
     * Narrows lines of the trail down to looks at one person, whose id is its only parameter. A look says whose texts it could show.
     * One that shows nobody's, or that was recorded before looks said so, counts if it was by a right that sees the whole of a case;
     * those are the council's own. What was refused, opened in an emergency or taken out as a file counts if the council's own staff
     * did it.
     */
    static final String AT_THE_PERSON = " and (type = 'RecordAccess.RecordsSearched'"
            + " or (type = 'RecordAccess.RecordOpened' and (mentions @> array[?::uuid]"
            + " or (json_array_length(coalesce(payload -> 'people', '[]')) = 0 and payload ->> 'relationship' in ("
            + names(AccessRight.values(), AccessRight::seesTheWhole) + "))))"
            + " or (type in ('RecordAccess.RecordRefused', 'RecordAccess.BreakGlassUsed', 'RecordAccess.RecordExported')"
            + " and envelope ->> 'actorRole' in (" + names(Role.values(), OWN_STAFF::contains) + ")))";

    /** What a family member is not told, and why. */
    static final String WITHHELD =
            "Names of colleagues are withheld, because their office says who looked; the Data Protection Officer"
                    + " tells them where they matter. What searches found is not listed, nor are looks at other people's"
                    + " records, nor who else asked in vain: that would tell who helps whom in the family.";

    private FamilyLooks() {}

    private static <E extends Enum<E>> String names(E[] all, Predicate<E> which) {
        return Arrays.stream(all).filter(which).map(e -> "'" + e.name() + "'").collect(Collectors.joining(", "));
    }

    /** A look as the person is told of it: by office, never by name. */
    static LookAtMine told(LookLine look) {
        // Who takes records out as a file, and why, could tell that somebody complains or moves.
        var file = look.type().endsWith("RecordExported");
        return new LookAtMine(
                file ? "the team" : words(look.role()),
                file ? "withheld" : look.organisation(),
                what(look),
                file ? "withheld" : words(look.purpose()),
                look.times(),
                look.first(),
                look.last());
    }

    private static String what(LookLine look) {
        return switch (look.type()) {
            case "RecordAccess.RecordOpened" ->
                "opened the record" + (seesTexts(look.relationship()) ? "" : ", without what was said in it");
            case "RecordAccess.RecordRefused" -> "asked for the record and was refused";
            case "RecordAccess.BreakGlassUsed" -> "opened the record in an emergency";
            case "RecordAccess.RecordExported" -> "took records out of the Hub as a file";
            case "RecordAccess.RecordsSearched" -> "searched the records";
            default -> throw new IllegalStateException("Not a look at a person: " + look.type());
        };
    }

    private static boolean seesTexts(@Nullable String relationship) {
        return Arrays.stream(AccessRight.values()).noneMatch(r -> r.name().equals(relationship) && !r.seesContent());
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.UK).replace('_', ' ');
    }
}
