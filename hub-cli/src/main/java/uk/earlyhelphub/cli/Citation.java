package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.proof.Hash;
import uk.earlyhelphub.proof.Leaf;
import uk.earlyhelphub.proof.Printable;
import uk.earlyhelphub.proof.ProofFile;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** One event that somebody shows with its proof; whatever is said of it beside the proof must be in the event. */
final class Citation {
    private final JsonNode said;
    private final @Nullable String line;
    private final Hash hash;
    private final String proof;

    Citation(JsonNode said) throws IOException {
        this.said = said;
        this.line = said.path("leaf").isString() ? said.get("leaf").asString() : null;
        this.proof = Given.text(said, "proof");
        this.hash =
                line == null ? hash(Given.text(said, "leafHash")) : Hash.ofLeaf(line.getBytes(StandardCharsets.UTF_8));
    }

    private static Hash hash(String text) throws IOException {
        try {
            return Hash.fromBase64(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the file has a hash that is none", e);
        }
    }

    /**
     * What came of it, in a sentence that begins with PROVED or NOT PROVED.
     *
     * @param seen the hashes of events that were shown before, to which this one is added
     * @throws SignedCheckpoint.Forged if the proof's checkpoint was not signed with the key, so that nothing can be said
     */
    String check(PublicLogKey key, Set<Hash> seen) throws SignedCheckpoint.Forged {
        var size = ProofFile.checkpointIn(proof, key).checkpoint().size();
        var fault = fault(key, seen);
        if (fault != null) {
            return "NOT PROVED: " + fault + ": " + name();
        }
        return line == null
                ? "PROVED BY HASH: an event with this hash is among the first " + size + " events: " + hash.toBase64()
                        + ". Its type, time and id are said beside it and were NOT CHECKED."
                : "PROVED: it is among the first " + size + " events: " + name();
    }

    private @Nullable String fault(PublicLogKey key, Set<Hash> seen) {
        try {
            ProofFile.verify(proof, hash, key);
            if (!seen.add(hash)) {
                return "the same event is shown twice";
            }
            for (var index : new String[] {"index", "leafIndex"}) {
                if (said.has(index) && said.get(index).asLong(-1) != ProofFile.indexIn(proof)) {
                    return "it is said to be another leaf than the one that is proved";
                }
            }
        } catch (SignedCheckpoint.Forged e) {
            return e.getMessage();
        }
        if (said.has("leafHash") && !said.get("leafHash").asString("").equals(hash.toBase64())) {
            return "its hash is said to be another";
        }
        return line == null ? null : otherThanSaid(line);
    }

    private @Nullable String otherThanSaid(String event) {
        try {
            var leaf = Leaf.parse(event);
            if (differs("position", leaf.position().toString())) {
                return "it is said to stand elsewhere than it does";
            }
            if (differs("eventId", leaf.eventId())) {
                return "its id is said to be another";
            }
            if (differs("type", leaf.type())) {
                return "it is said to be of another type";
            }
            if (differs("at", leaf.recordedAt().toString())) {
                return "it is said to be of another time";
            }
            return null;
        } catch (IllegalArgumentException _) {
            return "what is proved is not an event";
        }
    }

    private boolean differs(String field, String proved) {
        return said.has(field) && !said.get(field).asString("").equals(proved);
    }

    /** Which event it is, from the event itself; only if that is not there, from its hash. */
    private String name() {
        try {
            if (line != null) {
                var leaf = Leaf.parse(line);
                return Printable.of(leaf.type() + " " + leaf.eventId() + ", recorded at " + leaf.recordedAt() + ", of "
                        + leaf.stream() + " " + leaf.aggregateId());
            }
        } catch (IllegalArgumentException _) {
            return hash.toBase64();
        }
        return hash.toBase64();
    }
}
