package uk.earlyhelphub.personaldata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * The keys to everything that is sealed.
 *
 * @param masterKeys where the master keys are, the newest first, as {@code file:} or {@code env:} URIs
 * @param searchSecret the secret by which people are found; it never changes
 * @param beginCodes why the history of a release that gave its events no codes is to be believed as it is, in a few words; given once,
 *     and kept on record
 * @param cachedKeys how many people's opened keys are kept in memory
 */
@ConfigurationProperties(prefix = "hub.vault", ignoreUnknownFields = false)
record VaultSettings(
        @DefaultValue List<String> masterKeys,
        @Nullable String searchSecret,
        @DefaultValue("") String beginCodes,
        @DefaultValue("2000") int cachedKeys) {
    VaultSettings {
        masterKeys = List.copyOf(masterKeys);
        Setting.between("hub.vault.cached-keys", cachedKeys, 1, 1_000_000);
    }

    /** Opens the keys that are named. Throws {@code StartRefused} if none is, or if the secret is missing. */
    MasterKeys open() {
        Setting.given("hub.vault.master-keys", String.join(",", masterKeys));
        return MasterKeys.open(masterKeys, Setting.given("hub.vault.search-secret", searchSecret));
    }

    /** Says where the keys are, never what the secret is. */
    @Override
    public String toString() {
        return "VaultSettings" + masterKeys;
    }
}
