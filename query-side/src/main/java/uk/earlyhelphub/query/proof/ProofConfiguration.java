package uk.earlyhelphub.query.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
@EnableConfigurationProperties(ProofSettings.class)
class ProofConfiguration {
    private static final String MAKE_KEY =
            "Make one with \"hub make-proof-key\" and name its file in hub.proof.key: docs/runbooks/proof.md.";

    /** Nothing if this process is not told where to keep the log. */
    @Bean
    @Nullable
    ProofLogWriter proofKeeper(
            ProofSettings given,
            ObjectProvider<ProofPlaces> evaluation,
            EventLog log,
            Databases databases,
            CommitSignal tail,
            Clock clock)
            throws IOException {
        var places = evaluation.getIfAvailable();
        if (given.directories().isEmpty() && places == null) {
            return null;
        }
        var folders = given.directories().isEmpty() && places != null
                ? places.directories()
                : given.directories().stream().map(Path::of).toList();
        requireTwo(folders, given.witnesses());
        var settings = new ProofLogWriter.Settings(
                given.key().isEmpty() && places != null ? made(places.key()) : read(given.key()),
                folders,
                addresses(given.witnesses(), given.witnessKeys()),
                given.every(),
                given.compareEvery(),
                given.alarmAfter(),
                given.beginNewLog());
        return new ProofLogWriter(settings, log, databases, tail, new Signal(), clock);
    }

    private static void requireTwo(List<Path> folders, List<String> witnesses) {
        if (folders.size() + witnesses.size() < 2) {
            throw new StartRefused(
                    "The proof log would be kept in one place only, where it can be altered unseen.",
                    "Name two places at least in hub.proof.directories and hub.proof.witnesses.");
        }
    }

    private static List<Witness.Address> addresses(List<String> witnesses, List<String> keys) {
        if (witnesses.size() != keys.size()) {
            throw new StartRefused(
                    "There are " + witnesses.size() + " witnesses and " + keys.size() + " keys of witnesses.",
                    "Name the public key of each witness, in the same order, in hub.proof.witness-keys: without it nobody can tell"
                            + " its answers from anybody else's.");
        }
        var addresses = new ArrayList<Witness.Address>();
        for (var i = 0; i < witnesses.size(); i++) {
            try {
                addresses.add(new Witness.Address(URI.create(witnesses.get(i)), WitnessKey.parse(keys.get(i))));
            } catch (IllegalArgumentException e) {
                throw new StartRefused(
                        "The witness " + witnesses.get(i) + " cannot be used: " + e.getMessage() + ".",
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
