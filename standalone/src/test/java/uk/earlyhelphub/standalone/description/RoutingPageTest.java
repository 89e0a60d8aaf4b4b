package uk.earlyhelphub.standalone.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.MethodIntrospector;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/routing.md} says which request goes to which of two processes, made from the controllers themselves. Run with
 * {@code -Dhub.regenerate=true} to renew it.
 */
class RoutingPageTest {
    private static final Path PAGE = Path.of("..", "docs", "routing.md");
    private static final Path DESCRIPTION = Path.of("..", "docs", "openapi.json");
    private static final String COMMAND = "command side";
    private static final String QUERY = "query side";

    /** A request, and which side answers it. */
    private record Route(String path, String method, String side) {

        /** The path as a proxy reads it. */
        String expression() {
            return "^" + method + " " + path.replaceAll("\\{\\w+}", "[^/]+") + "$";
        }

        String example() {
            return method + " " + path.replaceAll("\\{\\w+}", "an-id");
        }
    }

    /** Reads the routes of a controller as a running Hub would. */
    private static final class Mapping extends RequestMappingHandlerMapping {
        Mapping() {
            setApplicationContext(new StaticApplicationContext());
            afterPropertiesSet();
        }

        @Nullable
        RequestMappingInfo of(Method method, Class<?> controller) {
            return getMappingForMethod(method, controller);
        }
    }

    private static Stream<Route> routes(String side, String rooms) {
        var mapping = new Mapping();
        return new ClassFileImporter()
                .importPackages(rooms).stream()
                        .filter(c -> c.isAnnotatedWith(RestController.class))
                        .map(JavaClass::reflect)
                        .flatMap(controller -> MethodIntrospector.selectMethods(
                                controller, (MethodIntrospector.MetadataLookup<RequestMappingInfo>)
                                        method -> mapping.of(method, controller))
                                .values()
                                .stream())
                        .flatMap(info -> info.getPatternValues().stream()
                                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                        .map(method -> new Route(path, method.name(), side))));
    }

    private static List<Route> routes() {
        return Stream.concat(routes(COMMAND, "uk.earlyhelphub.command"), routes(QUERY, "uk.earlyhelphub.query"))
                .filter(route -> route.path().startsWith("/api/"))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    /** Which expression leads where, the first that fits first. */
    private static Map<String, String> rules(List<Route> routes) {
        var rules = new LinkedHashMap<String, String>();
        routes.stream()
                .filter(r -> r.method().equals("POST") && r.side().equals(QUERY))
                .forEach(r -> rules.put(r.expression(), QUERY));
        rules.put("^POST /api/", COMMAND);
        return rules;
    }

    private static String led(Map<String, String> rules, String request) {
        return rules.entrySet().stream()
                .filter(rule -> Pattern.compile(rule.getKey()).matcher(request).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(QUERY);
    }

    private static String page(List<Route> routes) {
        var table = new TreeMap<String, Map<String, String>>();
        routes.forEach(
                r -> table.computeIfAbsent(r.path(), p -> new TreeMap<>()).put(r.method(), r.side()));
        var rows = table.entrySet().stream()
                .map(row -> "| `%s` | %s | %s |"
                        .formatted(
                                row.getKey(),
                                row.getValue().getOrDefault("GET", ""),
                                row.getValue().getOrDefault("POST", "")))
                .collect(Collectors.joining("\n"));
        var rules = rules(routes).entrySet().stream()
                .map(rule ->
                        "  \"~%s\" %s;".formatted(rule.getKey(), rule.getValue().replace(' ', '_')))
                .collect(Collectors.joining("\n"));
        return """
                # Which request goes to which side

                The command side and the query side are two processes (README, "Two commands"). Each listens on this machine only, on ports
                8081 and 8082, in plain HTTP; `server.address` and `server.port` change that. What people use is one address with TLS: a proxy
                before both, which reads the method and the path. This page is made from the controllers by `RoutingPageTest`, which also sends
                every route through the rules below.

                In short: what is read goes to the query side, what is sent goes to the command side, but for what follows. Beside `/api/`,
                each process answers for itself: `/actuator`, `/v3/api-docs` (its own operations), `/problems/{code}`, `/`. Send `/problems/` to
                either; keep `/actuator` from outside.

                As nginx writes it:

                ```
                map "$request_method $uri" $hub_side {
                %s
                  default query_side;
                }
                upstream command_side { server 127.0.0.1:8081; }
                upstream query_side { server 127.0.0.1:8082; }
                # and in the server with your certificate:
                #   location / { proxy_pass http://$hub_side; }
                ```

                | Path | GET | POST |
                |---|---|---|
                %s
                """.formatted(rules, rows);
    }

    @Test
    void the_page_is_up_to_date() throws IOException {
        var generated = page(routes());
        if (Boolean.getBoolean("hub.regenerate")) {
            Files.writeString(PAGE, generated);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(generated);
    }

    @Test
    void the_rules_lead_every_route_to_the_side_that_answers_it_and_no_route_has_two() {
        var routes = routes();
        var rules = rules(routes);
        assertThat(routes.stream().map(Route::example)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThat(routes)
                .allSatisfy(route -> assertThat(led(rules, route.example()))
                        .as(route.example())
                        .isEqualTo(route.side()));
        assertThat(led(rules, "POST /api/person-searches")).isEqualTo(QUERY);
        assertThat(led(rules, "POST /api/referrals")).isEqualTo(COMMAND);
    }

    @Test
    void every_operation_of_the_description_is_on_the_page() throws IOException {
        var described = JsonMapper.shared().readTree(Files.readString(DESCRIPTION)).get("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/"))
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(java.util.Locale.UK) + " " + path.getKey()))
                .toList();
        assertThat(routes().stream().map(r -> r.method() + " " + r.path()).toList())
                .containsAll(described);
    }
}
