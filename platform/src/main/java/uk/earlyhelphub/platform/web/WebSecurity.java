package uk.earlyhelphub.platform.web;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.module.SimpleModule;
import uk.earlyhelphub.platform.commands.CommandReceipts;
import uk.earlyhelphub.platform.ids.Ids;
import uk.earlyhelphub.platform.ids.IdsOfCommands;

/** Every request under {@code /api} needs a verified token; bodies are read strictly; nothing is cached. */
@Configuration(proxyBeanMethods = false)
public class WebSecurity {

    /** Sessionless, so there is no cookie that another site could ride on. */
    @Bean
    SecurityFilterChain apiSecurity(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/problems/*", "/demo/**", "/", "/actuator/health/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> {}).authenticationEntryPoint((request, response, e) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            Problems.write(
                                    response, 401, "not-signed-in", "Send a valid token in the Authorization header.");
                        }))
                .build();
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
    FilterRegistrationBean<CachedBodyFilter> keptBody() {
        var registration = new FilterRegistrationBean<>(new CachedBodyFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    @Bean
    WebMvcConfigurer callers(
            Ids ids,
            IdsOfCommands names,
            StaffAccessCheck door,
            CommandReceipts receipts,
            ObjectProvider<CallerSeen> watchers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.addAll(CallerResolver.with(
                        ids, names, door, receipts, watchers.stream().toList()));
            }
        };
    }

    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return builder -> builder.addModule(
                        new SimpleModule("clean-text").addDeserializer(String.class, new CleanText()))
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

    @Bean
    Map<String, String> problemHelp() {
        return ProblemHelp.load();
    }
}
