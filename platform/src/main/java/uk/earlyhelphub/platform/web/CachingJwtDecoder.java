package uk.earlyhelphub.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks the signature of a token once and remembers it for up to a minute, never beyond its expiry. Only good tokens are
 * remembered, by their digest, and whether the person may still act is asked anew at every request.
 */
final class CachingJwtDecoder implements JwtDecoder {
    private static final int MOST = 2_000;
    private static final Duration FOR = Duration.ofSeconds(60);

    private final JwtDecoder decoder;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MOST;
        }
    };

    CachingJwtDecoder(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    private record Remembered(Jwt token, Instant until) {}

    @Override
    public Jwt decode(String token) {
        requireAsIssued(token);
        var key = digest(token);
        var now = Instant.now();
        var known = find(key);
        if (known != null && now.isBefore(known.until())) {
            return known.token();
        }
        var decoded = decoder.decode(token);
        var until = now.plus(FOR);
        var expires = decoded.getExpiresAt();
        synchronized (remembered) {
            remembered.put(key, new Remembered(decoded, expires != null && expires.isBefore(until) ? expires : until));
        }
        return decoded;
    }

    /** One token has one spelling: what a lenient reading of base64 passes over is not what the issuer signed. */
    private static void requireAsIssued(String token) {
        var parts = token.split("\\.", -1);
        // Whatever has not the three parts of a signed token is for the decoder to refuse.
        for (var part : parts.length == 3 ? parts : new String[0]) {
            if (!part.equals(spelt(part))) {
                throw new BadJwtException("This token is not spelt as it was issued");
            }
        }
    }

    private static @Nullable String spelt(String part) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Base64.getUrlDecoder().decode(part));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Remembered find(String key) {
        synchronized (remembered) {
            return remembered.get(key);
        }
    }

    private static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
