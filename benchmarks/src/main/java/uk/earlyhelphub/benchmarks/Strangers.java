package uk.earlyhelphub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * How well a stranger can tell from the wait for an answer whether there is something that is not theirs, or nothing: for every route
 * that names a case, the chance that a random wait for what there is was longer than one for what there is not (AUC; one half tells
 * nothing). The case is a long one. It asks a demo that runs already.
 */
public final class Strangers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/London")).toString();
    /** Whoever may begin an emergency in any case is no stranger there. */
    private static final Set<String> FOR_EVERYBODY = Set.of("/api/referrals/{id}/break-glass");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final int each;
    private final int workers;

    private Strangers(String base, int each, int workers) {
        this.base = base;
        this.each = each;
        this.workers = workers;
    }

    /**
     * Asks and prints.
     *
     * @param arguments the address of the demo, how often to ask for each of the two (200), with how many at once (12), and how many
     *     entries the case is made longer by (300)
     */
    public static void main(String[] arguments) throws Exception {
        var strangers = new Strangers(
                arguments.length > 0 ? arguments[0] : "http://localhost:8080",
                number(arguments, 1, 200),
                number(arguments, 2, 12));
        strangers.measure(number(arguments, 3, 300));
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    /** The waits for both, in nanoseconds. */
    private record Waits(ConcurrentLinkedQueue<Long> there, ConcurrentLinkedQueue<Long> not, AtomicInteger otherwise) {}

    @SuppressWarnings("SystemOut") // its result is what it prints
    private void measure(int entries) throws Exception {
        var amy = token("amy");
        var tom = token("tom");
        var referral = longCase(amy, entries);
        var description = JSON.readTree(
                answer(request("/v3/api-docs", token("omar")).GET()).body());
        var waits = new TreeMap<String, Waits>();
        try (var pool = Executors.newFixedThreadPool(workers)) {
            for (var route : routes(description)) {
                var both = new Waits(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>(), new AtomicInteger());
                waits.put(route.name(), both);
                var asked = new ArrayList<Callable<Object>>();
                for (var n = 0; n < each; n++) {
                    asked.add(() -> one(route, referral, tom, both, both.there()));
                    asked.add(() -> one(route, UUID.randomUUID().toString(), tom, both, both.not()));
                }
                for (var done : pool.invokeAll(asked)) {
                    done.get();
                }
                System.out.printf(
                        "| %s | %d | %d | %.3f | %d |%n",
                        route.name(),
                        both.there().size(),
                        both.not().size(),
                        auc(both),
                        both.otherwise().get());
            }
        }
        var all = waits.values().stream().mapToDouble(Strangers::auc).toArray();
        System.out.printf(
                "routes: %d, AUC from %.3f to %.3f, mean %.3f, outside 0.45 to 0.55: %d%n",
                all.length,
                Arrays.stream(all).min().orElse(0.5),
                Arrays.stream(all).max().orElse(0.5),
                Arrays.stream(all).average().orElse(0.5),
                Arrays.stream(all).filter(a -> a < 0.45 || a > 0.55).count());
    }

    private record Route(String method, String path, String body) {
        String name() {
            return method + " " + path;
        }
    }

    private static List<Route> routes(JsonNode description) {
        var routes = new ArrayList<Route>();
        description.path("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/api/referrals/{id}") && !FOR_EVERYBODY.contains(path.getKey())) {
                path.getValue().properties().forEach(operation -> {
                    var schema = operation.getValue().at("/requestBody/content/application~1json/schema");
                    var body = schema.isMissingNode()
                            ? ""
                            : value(description, schema, "").toString();
                    routes.add(new Route(operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), body));
                });
            }
        });
        return routes;
    }

    private Object one(Route route, String id, String token, Waits both, ConcurrentLinkedQueue<Long> into)
            throws IOException, InterruptedException {
        var path = route.path()
                .replace("{id}", id)
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        if (path.endsWith("/could-see")) {
            path += "?actor=amy&asAt=" + TODAY + "T00:00:00Z";
        }
        var request = request(path, token).header("Content-Type", "application/json");
        request.method(route.method(), HttpRequest.BodyPublishers.ofString(route.body()));
        var begun = System.nanoTime();
        var answer = answer(request);
        if (answer.status() == 404) {
            into.add(System.nanoTime() - begun);
        } else {
            both.otherwise().incrementAndGet();
        }
        return route;
    }

    /** The area under the curve, from ranks; ties count half. */
    private static double auc(Waits waits) {
        var there = waits.there().stream().mapToLong(l -> l).toArray();
        var not = waits.not().stream().mapToLong(l -> l).sorted().toArray();
        if (there.length == 0 || not.length == 0) {
            return 0.5;
        }
        var above = 0.0;
        for (var wait : there) {
            var below = 0;
            var same = 0;
            for (var other : not) {
                below += other < wait ? 1 : 0;
                same += other == wait ? 1 : 0;
            }
            above += below + same / 2.0;
        }
        return above / there.length / not.length;
    }

    private String longCase(String amy, int entries) throws IOException, InterruptedException {
        var search = JSON.readTree(posted("/api/person-searches", amy, "{\"name\":\"Long Case\"}"))
                .get("searchId")
                .asString();
        var referral = JSON.readTree(posted("/api/referrals", amy, """
                        {"channel":"PROFESSIONAL","receivedOn":"%s","area":"Clewer","team":"windsor",
                         "referrer":{"kind":"PROFESSIONAL","anonymousToFamily":false},"familyAware":"YES","immediateRisk":false,
                         "child":"c","summary":"s","searchId":"%s",
                         "people":[{"key":"c","part":"CHILD","name":"Long Case","inHousehold":true}]}""".formatted(TODAY, search)))
                .get("id")
                .asString();
        var person = JSON.readTree(
                        answer(request("/api/referrals/" + referral, amy).GET()).body())
                .at("/people/0/personId")
                .asString();
        for (var n = 0; n < entries; n++) {
            posted("/api/referrals/" + referral + "/information", amy, """
                    {"personId":"%s","category":"ATTENDANCE","kind":"attendance-rate","text":"Half the days.","source":"The school"}""".formatted(person));
        }
        return referral;
    }

    private String posted(String path, String token, String body) throws IOException, InterruptedException {
        var answer = answer(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() >= 300) {
            throw new IOException(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private String token(String person) throws IOException, InterruptedException {
        var form = "username=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password=demo";
        var answer = answer(HttpRequest.newBuilder(URI.create(base + "/demo/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return JSON.readTree(answer.body()).get("access_token").asString();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private record Answer(int status, String body) {}

    private Answer answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body());
    }

    /** A body with just what the description requires. */
    private static JsonNode value(JsonNode description, JsonNode schema, String name) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return value(description, description.at(reference.substring(1)), name);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asString("")) {
            case "array" -> JsonNodeFactory.instance.arrayNode().add(value(description, schema.path("items"), name));
            case "integer", "number" -> JsonNodeFactory.instance.numberNode(1);
            case "boolean" -> JsonNodeFactory.instance.booleanNode(false);
            case "object" -> {
                var object = JsonNodeFactory.instance.objectNode();
                schema.path("required")
                        .forEach(field -> object.set(
                                field.asString(),
                                value(
                                        description,
                                        schema.path("properties").path(field.asString()),
                                        field.asString())));
                yield object;
            }
            default ->
                JsonNodeFactory.instance.stringNode(
                        schema.path("format").asString("").equals("date")
                                ? TODAY
                                : name.toLowerCase(java.util.Locale.ROOT).endsWith("id")
                                        ? UUID.randomUUID().toString()
                                        : "a reason of some length");
        };
    }
}
