package uk.earlyhelphub.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import uk.earlyhelphub.platform.database.DatabaseSetup;

class StartRefusalsTest {
    private final StartRefusals refusals = new StartRefusals();

    @Configuration(proxyBeanMethods = false)
    static class Needing {
        @Bean
        static PropertySourcesPlaceholderConfigurer settings() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        @Bean
        String needing(@Value("${hub.no.such-setting}") String setting) {
            return setting;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Refusing {
        @Bean
        String refusing() {
            throw new StartRefused("The store is gone.", "Fetch it back.");
        }
    }

    private static Throwable failureOf(Class<?> application) {
        var started = new SpringApplication(application);
        started.setWebApplicationType(WebApplicationType.NONE);
        try (var context = started.run()) {
            throw new AssertionError("It started: " + context);
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void what_stands_in_the_way_and_what_to_do_is_told_however_deep_it_lies() {
        var told = Objects.requireNonNull(refusals.analyze(failureOf(Refusing.class)));
        assertThat(told.getDescription()).isEqualTo("The store is gone.");
        assertThat(told.getAction()).isEqualTo("Fetch it back.");
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        var told = Objects.requireNonNull(refusals.analyze(failureOf(Needing.class)));
        assertThat(told.getDescription()).isEqualTo("The setting hub.no.such-setting is missing.");
    }

    @Test
    void about_anything_else_it_says_nothing() {
        assertThat(refusals.analyze(new IllegalStateException("x", new NullPointerException())))
                .isNull();
    }

    @Test
    void spring_asks_it() {
        // Those of others that need more than a constructor are passed over.
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation(null)
                        .load(FailureAnalyzer.class, (type, name, failure) -> {}))
                .anyMatch(StartRefusals.class::isInstance);
    }

    @Test
    void a_server_that_cannot_be_reached_is_named_without_its_password() {
        var nowhere = "jdbc:postgresql://127.0.0.1:1/hub?password=secret";
        assertThatThrownBy(() -> new DatabaseSetup(nowhere, nowhere, "owner", "", "sixteen characters").start())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("PostgreSQL at jdbc:postgresql://127.0.0.1:1/hub cannot be used as owner")
                .hasMessageNotContaining("secret");
    }
}
