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
import uk.earlyhelphub.model.referral.ReferralState;

/** What one reader of a pack is shown of sealed texts, and a note of everything that they are not shown, with the reason. */
final class Redaction {
    private static final String OTHERS = "It is about somebody else in the family (DPA 2018, Sch 2 Part 3 para 16).";
    private static final String REFERRER =
            "The referrer asked to stay anonymous to the family (DPA 2018, Sch 2 Part 3 para 16).";
    /** Parental responsibility opens nothing by itself: whether it may is for a rights request to decide (R29). */
    private static final String CHILD =
            "It is about a child. Whether a parent may have it is decided for each request, with the child's own wish and"
                    + " safety (DPA 2018, Sch 3).";

    private static final String TOLD_US =
            "Who told us something about the family is not given away with it (DPA 2018, Sch 2 Part 3 para 16).";
    private static final String FEARED = "What somebody asked us to keep from others stays with us (DPA 2018, Sch 3).";
    private static final String SEALED = "Nothing ties this reader to the case's content.";

    private final boolean content;
    private final boolean forComplainant;
    private final Set<PersonId> theirs;
    private final Set<PersonId> children;
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
        this.theirs = complainant == null ? Set.of() : Set.of(complainant);
        this.children = state.household().people().stream()
                .map(p -> p.personId())
                .filter(state.household()::isChild)
                .collect(Collectors.toUnmodifiableSet());
        this.referrer = state.intake().arrival().referrer().personId();
        this.anonymous = state.intake().arrival().referrer().anonymousToFamily();
        this.reveal = reveal;
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
        if (children.contains(text.about())) {
            note("Texts about a child", CHILD);
            return "[withheld: about a child]";
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

    /** Leaves out of a laid-out case whatever would tell who referred, who told us something, or who fears whom. */
    JsonNode withoutReferrer(JsonNode node) {
        if (!forComplainant) {
            return node;
        }
        if (node instanceof ObjectNode object) {
            for (var name : new TreeSet<>(object.propertyNames())) {
                switch (name) {
                    case "referrer", "channel" -> {
                        if (anonymous) {
                            withhold(object, name, "Who referred the family", REFERRER, "[withheld: the referrer]");
                        }
                    }
                    case "source" -> withhold(object, name, "Who told us", TOLD_US, "[withheld: who told us]");
                    case "mustNotSee", "excludedAgencies" ->
                        withhold(object, name, "What others must not learn", FEARED, "[withheld]");
                    default -> withoutReferrer(object.get(name));
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::withoutReferrer);
        }
        return node;
    }

    private void withhold(ObjectNode object, String name, String what, String why, String instead) {
        note(what, why);
        object.put(name, instead);
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
