package uk.earlyhelphub.query.accountabilitypack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.model.referral.ReferralState;

/** What one reader of a pack is shown of sealed texts, and a note of everything that they are not shown, with the reason. */
final class Redaction {
    private static final String OTHERS = "It is about somebody else in the family (DPA 2018, Sch 2 Part 3 para 16).";
    private static final String REFERRER =
            "The referrer asked to stay anonymous to the family (DPA 2018, Sch 2 Part 3 para 16).";
    private static final String SEALED = "Nothing ties this reader to the case's content.";

    private final boolean content;
    private final boolean forComplainant;
    private final Set<PersonId> theirs;
    private final PersonId referrer;
    private final boolean anonymous;
    private final Function<ProtectedText, String> reveal;
    private final Map<String, Pack.Withheld> withheld = new LinkedHashMap<>();

    /**
     * @param content whether the reader may see texts at all
     * @param complainant for whom it is made, or nobody
     */
    Redaction(
            ReferralState state,
            boolean content,
            @Nullable PersonId complainant,
            Function<ProtectedText, String> reveal) {
        this.content = content;
        this.forComplainant = complainant != null;
        this.theirs = complainant == null ? Set.of() : theirs(state, complainant);
        this.referrer = state.intake().arrival().referrer().personId();
        this.anonymous = state.intake().arrival().referrer().anonymousToFamily();
        this.reveal = reveal;
    }

    /** The complainant, and the children for whom they have parental responsibility. */
    private static Set<PersonId> theirs(ReferralState state, PersonId complainant) {
        var children = state.household().people().stream()
                .filter(p -> p.added().part() != PartInFamily.PARENT_OR_CARER)
                .map(p -> p.personId())
                .collect(Collectors.toSet());
        var theirs = state.household().people().stream()
                .filter(p -> p.personId().equals(complainant))
                .flatMap(p -> p.added().relationships().stream())
                .filter(r -> r.parentalResponsibility() == Answer.YES && children.contains(r.to()))
                .map(r -> r.to())
                .collect(Collectors.toSet());
        theirs.add(complainant);
        return theirs;
    }

    /** What is shown for a sealed text. */
    String show(ProtectedText text) {
        if (!content) {
            note("Texts", SEALED);
            return "[sealed]";
        }
        if (!forComplainant || theirs.contains(text.about())) {
            return reveal.apply(text);
        }
        if (text.about().equals(referrer)) {
            if (!anonymous) {
                return reveal.apply(text);
            }
            note("Who referred the family", REFERRER);
            return "[withheld: the referrer]";
        }
        note("Texts about other people", OTHERS);
        return "[withheld: about somebody else]";
    }

    /** Leaves out of a laid-out case whatever would tell who an anonymous referrer is. */
    JsonNode withoutReferrer(JsonNode node) {
        if (!forComplainant || !anonymous) {
            return node;
        }
        if (node instanceof ObjectNode object) {
            for (var name : new TreeSet<>(object.propertyNames())) {
                if (name.equals("referrer") || name.equals("channel")) {
                    note("Who referred the family", REFERRER);
                    object.put(name, "[withheld: the referrer]");
                } else {
                    withoutReferrer(object.get(name));
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::withoutReferrer);
        }
        return node;
    }

    private void note(String what, String reason) {
        withheld.merge(
                what, new Pack.Withheld(what, reason, 1), (a, b) -> new Pack.Withheld(what, reason, a.times() + 1));
    }

    /** Colleagues' names are for investigators; whoever complains is told their office. */
    String colleague(String name, String role) {
        if (!forComplainant) {
            return name;
        }
        note(
                "Names of colleagues who looked",
                "Their role and organisation answer the question; the name does not add to it.");
        return role.toLowerCase(java.util.Locale.UK).replace('_', ' ');
    }

    List<Pack.Withheld> withheld() {
        return List.copyOf(withheld.values());
    }
}
