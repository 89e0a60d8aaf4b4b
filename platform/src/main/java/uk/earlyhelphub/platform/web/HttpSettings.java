package uk.earlyhelphub.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import uk.earlyhelphub.platform.start.Setting;

/**
 * How much of the Hub one sender can take.
 *
 * @param receiveWithin how long a request may take from its first byte to its last; no thread waits for it meanwhile
 * @param connectionsPerAddress how many connections one address may hold; behind a proxy they are all the proxy's
 * @param requestsPerCaller how many requests of one person are worked on at the same time
 * @param refusalsInStepsOf whoever is told that there is nothing is told so at whole steps of this length, so that the wait tells nothing; more than it takes to read a long case
 */
@ConfigurationProperties(prefix = "hub.http", ignoreUnknownFields = false)
record HttpSettings(
        @DefaultValue("10s") Duration receiveWithin,
        @DefaultValue("1000") int connectionsPerAddress,
        @DefaultValue("32") int requestsPerCaller,
        @DefaultValue("250ms") Duration refusalsInStepsOf) {
    HttpSettings {
        Setting.between("hub.http.receive-within", receiveWithin, Duration.ofMillis(100), Duration.ofMinutes(5));
        Setting.between("hub.http.connections-per-address", connectionsPerAddress, 1, 1_000_000);
        Setting.between("hub.http.requests-per-caller", requestsPerCaller, 1, 10_000);
        Setting.between(
                "hub.http.refusals-in-steps-of", refusalsInStepsOf, Duration.ofMillis(1), Duration.ofSeconds(10));
    }
}
