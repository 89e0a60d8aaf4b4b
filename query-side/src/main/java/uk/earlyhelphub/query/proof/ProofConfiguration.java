package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.earlyhelphub.platform.database.Databases;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.Signal;
import uk.earlyhelphub.platform.start.StartRefused;
import uk.earlyhelphub.proof.LogKey;
import uk.earlyhelphub.proof.WitnessKey;

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
     * @param witnessKeys their public keys, in the same order
     * @param compareEvery within which time everything stored is compared, again and again
     * @param alarmAfter how long an event may wait to be signed for before health and log say so
     * @param beginNew why a new log is begun, if the folders are empty on purpose
     */
    @Bean
    @Nullable
    ProofLogWriter proofKeeper(
            @Value("${hub.proof.directories:}") String[] directories,
            @Value("${hub.proof.key:}") String key,
            @Value("${hub.proof.witnesses:}") String[] witnesses,
            @Value("${hub.proof.witness-keys:}") String[] witnessKeys,
            @Value("${hub.proof.every:1s}") Duration every,
            @Value("${hub.proof.compare-every:1h}") Duration compareEvery,
            @Value("${hub.proof.alarm-after:30s}") Duration alarmAfter,
            @Value("${hub.proof.begin-new-log:}") String beginNew,
            ObjectProvider<ProofPlaces> evaluation,
            EventLog log,
            Databases databases,
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
                addresses(witnesses, witnessKeys),
                every,
                compareEvery,
                alarmAfter,
                beginNew);
        return new ProofLogWriter(settings, log, databases, tail, new Signal(), clock);
    }

    private static void requireTwo(List<Path> folders, String[] witnesses) {
        if (folders.size() + witnesses.length < 2) {
            throw new StartRefused(
                    "The proof log would be kept in one place only, where it can be altered unseen.",
                    "Name two places at least in hub.proof.directories and hub.proof.witnesses.");
        }
    }

    private static List<Witness.Address> addresses(String[] witnesses, String[] keys) {
        if (witnesses.length != keys.length) {
            throw new StartRefused(
                    "There are " + witnesses.length + " witnesses and " + keys.length + " keys of witnesses.",
                    "Name the public key of each witness, in the same order, in hub.proof.witness-keys: without it nobody can tell"
                            + " its answers from anybody else's.");
        }
        var addresses = new ArrayList<Witness.Address>();
        for (var i = 0; i < witnesses.length; i++) {
            try {
                addresses.add(new Witness.Address(URI.create(witnesses[i]), WitnessKey.parse(keys[i])));
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "The witness " + witnesses[i] + " cannot be used: " + e.getMessage() + ".",
                        "Check hub.proof.witnesses and hub.proof.witness-keys: docs/runbooks/proof.md.",
                        e);
            }
        }
        return addresses;
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

    private static LogKey made(Path file) {
        try {
            if (!Files.exists(file)) {
                LogKey.generate("hub.local/history").writeTo(file);
            }
            return LogKey.read(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The proof log's key " + file + " cannot be used: " + e.getMessage() + ".",
                    "Put the copy you keep of it back. If there is none, see \"Replacing the key\" in docs/runbooks/proof.md.",
                    e);
        }
    }
}
