package uk.earlyhelphub.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import uk.earlyhelphub.api.ApiVersions;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.ids.IdsOfCommands;
import uk.earlyhelphub.platform.start.StartRefused;

/** Every request under {@code /api} needs a verified token; bodies are read strictly; nothing is cached. */
@Configuration(proxyBeanMethods = false)
public class WebSecurity {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final List<String> OURS =
            List.of("/problems/*", "/", "/favicon.ico", "/actuator/health/**", "/error");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /**
     * Sessionless, so there is no cookie that another site could ride on. How the Hub is running, and its description, are for
     * those who run it; that it is running, for everybody.
     */
    @Bean
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            SignIn signIn,
            AccessCheck access,
            ObjectProvider<JwtDecoder> issuers,
            ObjectProvider<OpenAddresses> open) {
        if (issuers.getIfAvailable() == null) {
            throw new StartRefused(
                    "Nobody could sign in: no identity provider is named.",
                    "Give --spring.security.oauth2.resourceserver.jwt.issuer-uri=... and"
                            + " --spring.security.oauth2.resourceserver.jwt.audiences=... README.md says what a token must hold.");
        }
        var anybodys = Stream.concat(OURS.stream(), open.stream().flatMap(o -> o.paths().stream()))
                .toArray(String[]::new);
        return http.csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(anybodys)
                        .permitAll()
                        .requestMatchers("/actuator", "/actuator/**", "/v3/**")
                        .hasRole(Role.ADMINISTRATOR.name())
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(signIn).accessDeniedHandler(signIn))
                .oauth2ResourceServer(server -> server.jwt(jwt ->
                                jwt.jwtAuthenticationConverter(token -> new JwtAuthenticationToken(
                                        token,
                                        authorities(token, access),
                                        Objects.requireNonNullElse(token.getSubject(), "nobody"))))
                        .authenticationEntryPoint(signIn)
                        .accessDeniedHandler(signIn)
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                                filter.setAuthenticationFailureHandler(signIn);
                                return filter;
                            }
                        }))
                .build();
    }

    /** What a role may do is asked at each endpoint; here only whether somebody runs the Hub, and still works here. */
    private static List<GrantedAuthority> authorities(Jwt token, AccessCheck access) {
        try {
            var actor = CallerResolver.actor(token);
            return actor.role() == Role.ADMINISTRATOR && access.isOpen(actor)
                    ? List.of(new SimpleGrantedAuthority("ROLE_" + Role.ADMINISTRATOR))
                    : List.of();
        } catch (Refused | DataAccessException e) {
            return List.of();
        }
    }

    /** What the firewall refuses is a problem like any other. */
    @Bean
    RequestRejectedHandler firewall() {
        return (request, response, e) -> ProblemDocument.of(400).write(response);
    }

    /** Whichever decoder of tokens there is, its work is done once a minute for each token. */
    @Bean
    static BeanPostProcessor rememberedTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder && !(bean instanceof CachingJwtDecoder)
                        ? new CachingJwtDecoder(decoder)
                        : bean;
            }
        };
    }

    /** Measuring every filter of every request costs more than the request, and nobody reads it. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CallerResolver callerResolver(
            Ids ids,
            IdsOfCommands names,
            AccessCheck access,
            CommandReceipts receipts,
            ObjectProvider<CallerSeen> watchers) {
        return new CallerResolver(
                ids, names, access, receipts, watchers.stream().toList());
    }

    @Bean
    WebMvcConfigurer callersAndVersions(CallerResolver resolver, Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(List.of(resolver, new CommandHeadersResolver()));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new FilesHandedOver());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new RequestChecks()).addPathPatterns("/api/**");
                interceptors.addInterceptor(callers).addPathPatterns("/api/**");
            }

            @Override
            public void configureApiVersioning(ApiVersionConfigurer versions) {
                versions.useRequestHeader(ApiVersions.HEADER)
                        .setDefaultVersion(ApiVersions.DEFAULT)
                        .addSupportedVersions(ApiVersions.SUPPORTED.toArray(String[]::new));
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                formatters.addConverter(String.class, Instant.class, WebSecurity::instant);
            }
        };
    }

    /** An instant in an address: within the years that a record can be about. */
    private static Instant instant(String text) {
        var instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("Outside the years that a record can be about");
        }
        return instant;
    }

    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return builder -> builder.addModule(new SimpleModule("clean-text")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(
                                LocalDate.class,
                                new TextOnly<>(LocalDate.class, "\\d{4}-\\d{2}-\\d{2}", LocalDate::parse))
                        .addDeserializer(
                                LocalTime.class,
                                new TextOnly<>(LocalTime.class, "\\d{2}:\\d{2}(:\\d{2})?", LocalTime::parse)))
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(tools.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    JsonFactoryBuilderCustomizer shallowReading() {
        return builder -> builder.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(30)
                .maxStringLength(100_000)
                .build());
    }
}
