package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.proof.PublicLogKey;
import uk.earlyhelphub.proof.SignedCheckpoint;

/** What the auditor brings along: the log's public key, and files. */
final class Given {
    @Option(
            names = {"-k", "--key"},
            required = true,
            paramLabel = "KEY",
            description =
                    "The log's public key, name+id+key, or a file with it. Get it from somebody you trust, not from the log.")
    private String key = "";

    @Option(
            names = {"-f", "--former-key"},
            paramLabel = "KEY",
            description =
                    "A key that the log had before, for checkpoints that you kept from then. What the log says now must be signed with the key of today.")
    private List<String> former = List.of();

    PublicLogKey key() throws IOException {
        return parsed(key);
    }

    private static PublicLogKey parsed(String given) throws IOException {
        try {
            return PublicLogKey.parse(given.contains("+") ? given : Files.readString(Path.of(given)));
        } catch (IllegalArgumentException e) {
            throw new IOException("the key is none: " + e.getMessage(), e);
        }
    }

    List<SignedCheckpoint> checkpoints(List<Path> files) throws IOException, SignedCheckpoint.Forged {
        var kept = new ArrayList<SignedCheckpoint>();
        for (var file : files) {
            try {
                kept.add(kept(Files.readString(file)));
            } catch (SignedCheckpoint.Forged e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        return kept;
    }

    /** By whichever key it was signed, it says the same of the history: a root does not depend on a key. */
    private SignedCheckpoint kept(String note) throws IOException, SignedCheckpoint.Forged {
        for (var before : former) {
            try {
                return SignedCheckpoint.verify(note, parsed(before));
            } catch (SignedCheckpoint.Forged _) {
                // Then by another.
            }
        }
        return SignedCheckpoint.verify(note, key());
    }

    static JsonNode json(Path file) throws IOException {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw new IOException(file + " is not JSON: it is not an answer of the Hub as it came", e);
        }
    }

    static String text(JsonNode json, String field) throws IOException {
        var value = json.get(field);
        if (value == null || !value.isString()) {
            throw new IOException("the file has no \"" + field + "\": it is another answer than this command reads");
        }
        return value.asString();
    }
}
