package uk.earlyhelphub.platform.web.token;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The issuer's public keys, kept from the last time it could be reached: an issuer that is away for an hour signs nobody out.
 * One thread at a time asks for them, and seldom, whatever arrives.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(5);
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);
    /** Beyond this the keys may long have been withdrawn. */
    private static final Duration TRUSTED_FOR = Duration.ofHours(12);

    /** Asks the issuer. */
    interface Source {
        JWKSet fetch() throws Exception;
    }

    private record Known(JWKSet keys, Instant at) {}

    private final Source source;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;
    private volatile Instant lastAsked = Instant.MIN;

    IssuerKeys(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * @throws RemoteKeySourceException if there are no keys to go by: it is not known whether the token is good
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        var now = clock.instant();
        var kept = known;
        if (kept == null || kept.at().plus(TRUSTED_FOR).isBefore(now)) {
            asking.lock();
            try {
                kept = asked(now);
            } finally {
                asking.unlock();
            }
        } else if (kept.at().plus(RENEWED_AFTER).isBefore(now)) {
            kept = renewed(kept, now);
        }
        if (kept == null) {
            throw new RemoteKeySourceException("The issuer's keys cannot be had", null);
        }
        var fitting = selector.select(kept.keys());
        return fitting.isEmpty() ? selector.select(renewed(kept, now).keys()) : fitting;
    }

    private Known renewed(Known kept, Instant now) {
        if (!asking.tryLock()) {
            return kept;
        }
        try {
            var fresh = asked(now);
            return fresh == null ? kept : fresh;
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Known asked(Instant now) {
        if (lastAsked.isAfter(now.minus(ASKED_AT_MOST_EVERY))) {
            var kept = known;
            return kept == null || kept.at().plus(TRUSTED_FOR).isBefore(now) ? null : kept;
        }
        lastAsked = now;
        try {
            var fresh = new Known(source.fetch(), now);
            known = fresh;
            return fresh;
        } catch (Exception e) {
            // Whoever calls says what follows from having no keys, or goes on with those of before.
            return null;
        }
    }
}
