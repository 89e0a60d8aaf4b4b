package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LogKey;

/** The proof log, kept by whichever process is told where: {@code hub.proof.directories}. */
@Configuration(proxyBeanMethods = false)
class ProofConfiguration {
    private static final String MAKE_KEY =
            "Make one with \"hub make-proof-key\" and name its file in hub.proof.key: docs/runbooks/proof.md.";

    /**
     * Nothing if this process is not told where to keep the log.
     *
     * @param directories folders that whoever owns the database cannot write
     * @param key the file with the signing key
     * @param witnesses the prefixes of witnesses outside, as URLs
     */
    @Bean
    @Nullable
    ProofLogWriter proofKeeper(
            @Value("${hub.proof.directories:}") String[] directories,
            @Value("${hub.proof.key:}") String key,
            @Value("${hub.proof.witnesses:}") String[] witnesses,
            @Value("${hub.proof.every:1s}") Duration every,
            @Value("${hub.proof.compare-every:24h}") Duration compareEvery,
            ObjectProvider<ProofPlaces> evaluation,
            EventLog log,
            CommitSignal tail,
            Clock clock)
            throws IOException {
        var places = evaluation.getIfAvailable();
        if (directories.length == 0 && places == null) {
            return null;
        }
        var folders = directories.length == 0 && places != null
                ? places.directories()
                : Arrays.stream(directories).map(Path::of).toList();
        requireTwo(folders, witnesses);
        var settings = new ProofLogWriter.Settings(
                key.isEmpty() && places != null ? made(places.key()) : read(key),
                folders,
                Arrays.stream(witnesses).map(URI::create).toList(),
                every,
                compareEvery);
        return new ProofLogWriter(settings, log, tail, new Signal(), clock);
    }

    private static void requireTwo(List<Path> folders, String[] witnesses) {
        if (folders.size() + witnesses.length < 2) {
            throw new StartRefused(
                    "The proof log would be kept in one place only, where it can be altered unseen.",
                    "Name two places at least in hub.proof.directories and hub.proof.witnesses.");
        }
    }

    private static LogKey read(String key) {
        if (key.isEmpty()) {
            throw new StartRefused("The proof log has no key.", MAKE_KEY);
        }
        try {
            return LogKey.read(Path.of(key));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused("The proof log's key cannot be read from " + key + ".", MAKE_KEY, e);
        }
    }

    private static LogKey made(Path file) throws IOException {
        if (!Files.exists(file)) {
            LogKey.generate("hub.local/history").writeTo(file);
        }
        return LogKey.read(file);
    }
}
