package uk.earlyhelphub.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import uk.earlyhelphub.platform.database.DatabaseSetup;

class StartRefusalsTest {
    private final StartRefusals refusals = new StartRefusals();

    @ConfigurationProperties(prefix = "hub.sample", ignoreUnknownFields = false)
    record Sample(
            @DefaultValue("5s") Duration rest,
            @DefaultValue("3") int most,
            @Nullable String secret) {
        Sample {
            Setting.between("hub.sample.rest", rest, Duration.ofSeconds(1), Duration.ofMinutes(1));
            Setting.between("hub.sample.most", most, 1, 10);
            Setting.given("hub.sample.secret", secret);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Sample.class)
    static class Settled {}

    @Configuration(proxyBeanMethods = false)
    static class Refusing {
        @Bean
        String refusing() {
            throw new StartRefused("The store is gone.", "Fetch it back.");
        }
    }

    private static Throwable failureOf(Class<?> application, String... settings) {
        var started = new SpringApplication(application);
        started.setWebApplicationType(WebApplicationType.NONE);
        try (var context = started.run(settings)) {
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

    private String toldAbout(String... settings) {
        var told = Objects.requireNonNull(refusals.analyze(failureOf(Settled.class, settings)));
        assertThat(told.getAction()).contains("docs/settings.md");
        return told.getDescription() + " " + told.getAction();
    }

    @Test
    void a_setting_that_is_missing_is_named() {
        assertThat(toldAbout()).startsWith("The setting hub.sample.secret is missing.");
        assertThat(toldAbout("--hub.sample.secret=")).startsWith("The setting hub.sample.secret is missing.");
    }

    @Test
    void a_setting_out_of_bounds_is_named_with_its_bounds() {
        assertThat(toldAbout("--hub.sample.secret=s", "--hub.sample.rest=0"))
                .startsWith("The setting hub.sample.rest is 0s. Give a time between 1s and 1m.");
        assertThat(toldAbout("--hub.sample.secret=s", "--hub.sample.most=11"))
                .startsWith("The setting hub.sample.most is 11. Give a number between 1 and 10.");
    }

    @Test
    void a_value_of_the_wrong_kind_is_named_and_not_repeated() {
        assertThat(toldAbout("--hub.sample.secret=s", "--hub.sample.most=plenty"))
                .startsWith("The setting hub.sample.most has a value that it cannot take.")
                .doesNotContain("plenty");
    }

    @Test
    void a_misspelt_setting_is_named_and_its_value_is_not_repeated() {
        assertThat(toldAbout("--hub.sample.secret=s", "--hub.sample.secrte=hidden"))
                .startsWith("There is no setting hub.sample.secrte.")
                .doesNotContain("hidden");
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
