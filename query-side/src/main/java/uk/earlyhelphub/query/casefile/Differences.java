package uk.earlyhelphub.query.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.casefile.CaseHistory.CaseDifference;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.platform.engine.EventCodec;

/**
 * What differs between two states of a case, found on the sealed texts: a text that changed is seen to have changed also by
 * those who may not read it.
 */
public final class Differences {
    private static final JsonMapper JSON = EventCodec.mapper();
    private static final List<String> IDS = List.of(
            "consentId",
            "overrideId",
            "informationId",
            "sharingId",
            "allocationId",
            "discussionId",
            "handoverId",
            // Last, because many things name the person that they are about.
            "personId");

    private Differences() {}

    /** What stood somewhere. */
    public sealed interface Leaf permits Sealed, Plain {}

    /** A text about somebody. */
    public record Sealed(ProtectedText text) implements Leaf {}

    /** A code, a day, a number, an id. */
    public record Plain(String text) implements Leaf {}

    /**
     * One difference.
     *
     * @param path where, e.g. {@code consents.asked[…].standing}; entries of lists are named by their id where they have one
     */
    public record Difference(
            String path, @Nullable Leaf before, @Nullable Leaf after) {
        /** With its texts shown, or not, as the reader may see them. */
        public CaseDifference shown(Function<ProtectedText, String> show) {
            return new CaseDifference(path, shown(before, show), shown(after, show));
        }

        private static @Nullable String shown(@Nullable Leaf leaf, Function<ProtectedText, String> show) {
            return switch (leaf) {
                case null -> null;
                case Sealed sealed -> show.apply(sealed.text());
                case Plain plain -> plain.text();
            };
        }
    }

    /** What differs, in the order of the case's own layout. */
    public static List<Difference> between(Object before, Object after) {
        var found = new ArrayList<Difference>();
        compare("", JSON.valueToTree(before), JSON.valueToTree(after), found);
        return found;
    }

    private static void compare(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before == null || after == null || isLeaf(before) || isLeaf(after)) {
            leaves(path, before, after, found);
        } else if (before.isObject() && after.isObject()) {
            var names = new LinkedHashSet<String>(before.propertyNames());
            names.addAll(after.propertyNames());
            names.forEach(name ->
                    compare(path.isEmpty() ? name : path + '.' + name, before.get(name), after.get(name), found));
        } else {
            var left = named(before);
            var right = named(after);
            var names = new LinkedHashSet<String>(left.keySet());
            names.addAll(right.keySet());
            names.forEach(name -> compare(path + '[' + name + ']', left.get(name), right.get(name), found));
        }
    }

    /** Both sides down to their values: what came or went as a whole is told value by value. */
    private static void leaves(
            String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        var left = new LinkedHashMap<String, Leaf>();
        var right = new LinkedHashMap<String, Leaf>();
        collect(path, before, left);
        collect(path, after, right);
        var paths = new LinkedHashSet<>(left.keySet());
        paths.addAll(right.keySet());
        paths.forEach(p -> found.add(new Difference(p, left.get(p), right.get(p))));
    }

    private static void collect(String path, @Nullable JsonNode node, Map<String, Leaf> leaves) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.has("sealedFor")) {
            leaves.put(path, new Sealed(JSON.treeToValue(node, ProtectedText.class)));
        } else if (node.isObject()) {
            node.propertyStream().forEach(p -> collect(path + '.' + p.getKey(), p.getValue(), leaves));
        } else if (node.isArray()) {
            named(node).forEach((name, entry) -> collect(path + '[' + name + ']', entry, leaves));
        } else {
            leaves.put(path, new Plain(node.asString()));
        }
    }

    private static boolean isLeaf(JsonNode node) {
        return !node.isContainer() || node.has("sealedFor");
    }

    /** The entries of a list by their names; two of one name stay apart. */
    private static Map<String, JsonNode> named(JsonNode list) {
        var named = new LinkedHashMap<String, JsonNode>();
        for (int n = 0; n < list.size(); n++) {
            var name = name(list, n);
            named.put(named.containsKey(name) ? name + '#' + n : name, list.get(n));
        }
        return named;
    }

    private static String name(JsonNode list, int n) {
        var entry = list.get(n);
        for (var id : IDS) {
            if (entry.path(id).isString()) {
                return entry.get(id).asString();
            }
        }
        for (var inner : entry) {
            for (var id : IDS) {
                if (inner.isObject() && inner.path(id).isString()) {
                    return inner.get(id).asString();
                }
            }
        }
        return entry.isString() ? entry.asString() : Integer.toString(n);
    }
}
