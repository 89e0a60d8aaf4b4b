package uk.earlyhelphub.query.accountabilitypack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.api.casefile.CaseHistory.CaseDifference;
import uk.earlyhelphub.api.pack.AccountabilityPack.PackWithheld;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.model.referral.ReferralState;
import uk.earlyhelphub.query.access.Reveal;
import uk.earlyhelphub.query.casefile.Differences.Difference;

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
    private static final String WHOLE =
            "It is about several people at once. Whose it is, is for a rights request to decide; the Hub cannot handle such"
                    + " requests yet, so please ask the Data Protection Officer for it.";
    private static final String COLLEAGUES =
            "Whom colleagues are close to is about them and others, not about this person.";
    private static final String SEALED = "Nothing ties this reader to the case's content.";

    private final boolean content;
    private final boolean forComplainant;
    private final Set<PersonId> theirs;
    private final Set<PersonId> children;
    private final PersonId referrer;
    private final boolean anonymous;
    private final Function<ProtectedText, String> reveal;
    private final Map<String, PackWithheld> withheld = new LinkedHashMap<>();

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
            return Reveal.SEALED;
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

    /** What is shown of the referrer that an earlier release did not seal. */
    String ofTheReferrer(String inTheClear) {
        if (!content) {
            note("Texts", SEALED);
            return Reveal.SEALED;
        }
        return showsReferrer() ? inTheClear : "[withheld: the referrer]";
    }

    /** Whether it is made for somebody who complains. */
    boolean forComplainant() {
        return forComplainant;
    }

    /** Whether who referred, and how, is shown; a note is made if it is not. */
    boolean showsReferrer() {
        if (forComplainant && anonymous) {
            note("Who referred the family", REFERRER);
            return false;
        }
        return true;
    }

    /** Notes that it is not said who told us something. */
    void withoutSource() {
        note("Who told us", TOLD_US);
    }

    /** Notes that it is not said what others must not learn; also where there is nothing, or the note would tell. */
    void withoutFears() {
        note("What others must not learn", FEARED);
    }

    /** What stands in the place of a text about the case as a whole, which is about several people at once. */
    String ofTheWholeCase() {
        note("What was said about the case as a whole", WHOLE);
        return "[withheld: about the whole case]";
    }

    /** Why something was put right is in a colleague's words, and may tell who told them. */
    String reasonOfACorrection() {
        withoutSource();
        return "[withheld: who told us]";
    }

    /** Notes what is never in a pack for a complainant, whether or not there is any: the note must not tell. */
    void withoutOthers() {
        note("Everything about other people, also what they agreed to, are given, and with whom it is shared", OTHERS);
        note("What was said about the case as a whole", WHOLE);
        note("What colleagues declared about themselves", COLLEAGUES);
        note("Names of colleagues", "Their role and organisation answer the question; the name does not add to it.");
        withoutSource();
        withoutFears();
    }

    /** A difference, as far as it is shown. */
    CaseDifference shown(Difference difference) {
        if (forComplainant) {
            for (var part : difference.path().split("\\W")) {
                switch (part) {
                    case "reason", "source" -> {
                        withoutSource();
                        return instead(difference, "[withheld: who told us]");
                    }
                    default -> {}
                }
            }
        }
        return difference.shown(this::show);
    }

    private static CaseDifference instead(Difference difference, String words) {
        return new CaseDifference(
                difference.path(),
                difference.before() == null ? null : words,
                difference.after() == null ? null : words);
    }

    private void note(String what, String reason) {
        withheld.merge(
                what, new PackWithheld(what, reason, 1), (a, b) -> new PackWithheld(what, reason, a.times() + 1));
    }

    List<PackWithheld> withheld() {
        return List.copyOf(withheld.values());
    }
}
