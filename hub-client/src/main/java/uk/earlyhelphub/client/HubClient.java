package uk.earlyhelphub.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.ApiVersionInserter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.earlyhelphub.api.ApiVersions;

/**
 * A client of one Hub, for one signed-in person. Each room of the Hub is an interface of {@code hub-api}; {@link #api} gives it as
 * an object whose methods send the request and read the answer. What the Hub refuses is thrown as {@link HubProblem}.
 *
 * <p>It asks for the version of the API that it was built for, and reads over fields that it does not know. It never repeats a
 * request by itself: send a command again with the same {@code Idempotency-Key} when it is not known whether it arrived. It may be
 * used by several threads at once.
 */
public final class HubClient {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpServiceProxyFactory proxies;
    private final Map<Class<?>, Object> apis = new ConcurrentHashMap<>();

    private HubClient(HttpServiceProxyFactory proxies) {
        this.proxies = proxies;
    }

    /**
     * A client of the Hub at an address.
     *
     * @param hub such as {@code https://hub.example.gov.uk}; without {@code /api}
     * @param token asked for at every request, so that it can be renewed: the access token of whoever acts
     */
    public static HubClient at(URI hub, Supplier<String> token) {
        return at(
                hub,
                token,
                HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build());
    }

    /** The same, over connections that the caller keeps. */
    public static HubClient at(URI hub, Supplier<String> token, HttpClient connections) {
        var requests = new JdkClientHttpRequestFactory(connections);
        requests.setReadTimeout(ANSWER_WITHIN);
        var http = RestClient.builder()
                .baseUrl(hub.toString().replaceAll("/+$", ""))
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(JSON))
                        .addCustomConverter(new FilesFetched()))
                .apiVersionInserter(ApiVersionInserter.useHeader(ApiVersions.HEADER))
                .defaultApiVersion(ApiVersions.DEFAULT)
                .requestInitializer(request -> request.getHeaders().setBearerAuth(token.get()))
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {
                    throw HubProblem.of(answer, JSON);
                })
                .build();
        return new HubClient(HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .customArgumentResolver(new SentHeaders())
                .build());
    }

    /** One room of the Hub, by its interface in {@code hub-api}. */
    public <A> A api(Class<A> room) {
        return room.cast(apis.computeIfAbsent(room, proxies::createClient));
    }
}
