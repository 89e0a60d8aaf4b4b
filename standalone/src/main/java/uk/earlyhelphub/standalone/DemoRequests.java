package uk.earlyhelphub.standalone;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import uk.earlyhelphub.api.CommandHeaders;
import uk.earlyhelphub.api.referral.ReceivingApi;
import uk.earlyhelphub.client.HubClient;

/** The people of the demo, each signed in and with a client of their own. */
final class DemoRequests {
    private final URI hub;
    private final RestClient http;
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, HubClient> clients = new HashMap<>();

    DemoRequests(URI hub) {
        this.hub = hub;
        this.http = RestClient.create(hub.toString());
    }

    /** A family that was received, by the ids of its case and of two of its people. */
    record Family(String referral, String child, String parent) {}

    /** The client of somebody who can sign in. */
    HubClient as(String who) {
        return clients.computeIfAbsent(who, name -> HubClient.at(hub, () -> token(name)));
    }

    /** Searches for a family, as everybody must, and receives it. */
    Family receive(String who, int number, LocalDate day) {
        var search = answered(http.post()
                .uri("/api/person-searches")
                .headers(headers -> headers.setBearerAuth(token(who)))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("name", DemoFamilies.name(number)))
                .retrieve()
                .body(JsonNode.class));
        var form = DemoFamilies.form(number, day, search.get("searchId").asString());
        var reply = Objects.requireNonNull(as(who).api(ReceivingApi.class)
                .receive(CommandHeaders.none(), form)
                .getBody());
        var people = answered(http.get()
                        .uri("/api/referrals/{id}?version={version}", reply.id(), reply.version())
                        .headers(headers -> headers.setBearerAuth(token(who)))
                        .retrieve()
                        .body(JsonNode.class))
                .get("people");
        return new Family(
                reply.id(),
                people.get(0).get("personId").asString(),
                people.get(1).get("personId").asString());
    }

    private String token(String who) {
        return tokens.computeIfAbsent(
                who,
                name -> answered(http.post()
                                .uri("/demo/token")
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body("username=" + name + "&password=" + DemoPeople.PASSWORD)
                                .retrieve()
                                .body(JsonNode.class))
                        .get("access_token")
                        .asString());
    }

    private static JsonNode answered(@Nullable JsonNode body) {
        if (body == null) {
            throw new IllegalStateException("An answer without a body");
        }
        return body;
    }
}
