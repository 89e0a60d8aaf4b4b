package uk.earlyhelphub.query.proof;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * The proof log, kept by the one process that is told where.
 *
 * @param directories folders that whoever owns the database cannot write; none if this process keeps no proof log
 * @param key the file with the signing key that "hub make-proof-key" made
 * @param witnesses the prefixes of witnesses outside, as URLs
 * @param witnessKeys the witnesses' public keys, in the same order
 * @param every how long after one checkpoint the next one is signed at the latest, if anything happened
 * @param compareEvery within which time everything stored is compared with the log, again and again
 * @param alarmAfter how long an event may wait to be signed for before health and log say so
 * @param beginNewLog why a new log is begun, in a few words, if the folders are empty on purpose; it goes on record
 */
@ConfigurationProperties(prefix = "hub.proof", ignoreUnknownFields = false)
record ProofSettings(
        @DefaultValue List<String> directories,
        @DefaultValue("") String key,
        @DefaultValue List<String> witnesses,
        @DefaultValue List<String> witnessKeys,
        @DefaultValue("1s") Duration every,
        @DefaultValue("1h") Duration compareEvery,
        @DefaultValue("30s") Duration alarmAfter,
        @DefaultValue("") String beginNewLog) {
    ProofSettings {
        directories = List.copyOf(directories);
        witnesses = List.copyOf(witnesses);
        witnessKeys = List.copyOf(witnessKeys);
        Setting.between("hub.proof.every", every, Duration.ofMillis(10), Duration.ofHours(1));
        Setting.between("hub.proof.compare-every", compareEvery, Duration.ofMillis(10), Duration.ofDays(31));
        Setting.between("hub.proof.alarm-after", alarmAfter, Duration.ofMillis(10), Duration.ofDays(1));
    }
}
