package uk.earlyhelphub.platform.ids;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names what a command makes. The same command sent again names the same things, so a repeat can have no second effect; without
 * the Hub's secret nobody can work the names out.
 */
@FunctionalInterface
public interface IdsOfCommands {

    /**
     * An identifier, a lower-case UUID (version 8).
     *
     * @param command the command, together with who gave it
     * @param label what is named, e.g. {@code person/2}
     */
    String of(String command, String label);

    /** Names under a secret, by HMAC-SHA-256. */
    static IdsOfCommands under(byte[] secret) {
        var key = new SecretKeySpec(secret, "HmacSHA256");
        return (command, label) -> {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                return Ids.of(mac.doFinal((command + '\n' + label).getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no HmacSHA256", e);
            }
        };
    }
}
