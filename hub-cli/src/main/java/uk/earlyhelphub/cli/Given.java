package uk.earlyhelphub.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
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

    PublicLogKey key() throws IOException {
        return PublicLogKey.parse(key.contains("+") ? key : Files.readString(Path.of(key)));
    }

    List<SignedCheckpoint> checkpoints(List<Path> files) throws IOException, SignedCheckpoint.Forged {
        var kept = new ArrayList<SignedCheckpoint>();
        for (var file : files) {
            try {
                kept.add(SignedCheckpoint.verify(Files.readString(file), key()));
            } catch (SignedCheckpoint.Forged e) {
                throw new IOException(file + ": " + e.getMessage(), e);
            }
        }
        return kept;
    }

    static JsonNode json(Path file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(file, StandardCharsets.UTF_8));
    }

    static String text(JsonNode json, String field) throws IOException {
        var value = json.get(field);
        if (value == null || !value.isString()) {
            throw new IOException("The file has no \"" + field + "\"");
        }
        return value.asString();
    }
}
