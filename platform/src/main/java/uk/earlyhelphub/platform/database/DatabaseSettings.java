package uk.earlyhelphub.platform.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * A PostgreSQL of one's own. Without a URL the standalone process brings one along, for evaluation.
 *
 * @param url the JDBC URL of events and read models
 * @param vaultUrl the JDBC URL of the keys, if they are in another database or on another server; else the same as {@code url}
 * @param owner the role that owns the schemas; it is used to migrate only
 * @param ownerPassword the owner's password; empty if the server asks for none
 * @param rolesSecret from this the passwords of the Hub's own roles are made; at least 16 characters
 * @param rolesSecretIsNew whether roles whose passwords come from another secret are given new ones; otherwise the start is refused
 */
@ConfigurationProperties(prefix = "hub.db", ignoreUnknownFields = false)
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String vaultUrl,
        @Nullable String owner,
        @DefaultValue("") String ownerPassword,
        @Nullable String rolesSecret,
        @DefaultValue("false") boolean rolesSecretIsNew) {

    /** How to set the database up. Throws {@code StartRefused} if something is missing. */
    public DatabaseSetup setup() {
        var at = Setting.given("hub.db.url", url);
        return new DatabaseSetup(
                at,
                vaultUrl == null || vaultUrl.isBlank() ? at : vaultUrl,
                Setting.given("hub.db.owner", owner),
                ownerPassword,
                Setting.given("hub.db.roles-secret", rolesSecret),
                rolesSecretIsNew);
    }

    /** Says where, never with which password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + url + " as " + owner + "]";
    }
}
