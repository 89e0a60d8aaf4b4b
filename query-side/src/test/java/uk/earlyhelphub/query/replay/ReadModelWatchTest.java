package uk.earlyhelphub.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AssignableTypeFilter;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.query.fixture.AFamily;
import uk.earlyhelphub.query.fixture.ProjectionFixture;

/** Somebody alters what people are shown, in the database, and nobody asks for a comparison. */
class ReadModelWatchTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(1, 0), LocalTime.of(5, 0));
    private static final Instant AT_NIGHT = Instant.parse("2026-11-25T02:00:00Z");
    private static final Instant BY_DAY = Instant.parse("2026-11-25T12:00:00Z");

    private final ProjectionFixture fixture = new ProjectionFixture();
    private final Projection directory = projection("directory");
    private final Projection conflicts = projection("conflicts");
    private final ComparisonBook book = new ComparisonBook(fixture.databases().projector());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private @Nullable ReadModelWatch running;

    /** One of the product's own, which their packages keep to themselves. */
    private static Projection projection(String name) {
        try (var context = new GenericApplicationContext()) {
            context.registerBean(EventCodec.class, ProjectionFixture::codec);
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(Projection.class));
            scanner.scan("uk.earlyhelphub.query");
            context.refresh();
            return context.getBeansOfType(Projection.class).values().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @BeforeEach
    void aFamilysHistory() {
        new AFamily(fixture).livesThroughAll();
        fixture.project(directory);
        fixture.project(conflicts);
    }

    @AfterEach
    void end() {
        if (running != null) {
            running.stop();
        }
        fixture.close();
    }

    private ReadModelWatch watch(boolean on, Instant now, Duration every) {
        // Goes on from there, so that one comparison is later than another.
        var clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), now));
        var watch = new ReadModelWatch(
                List.of(directory, conflicts),
                fixture.log(),
                fixture.databases().projector(),
                book,
                clock,
                new ReadModelWatch.Settings(on, NIGHT, every, Duration.ofMillis(50)));
        running = watch;
        new ReadModelMetrics(watch, book, clock).bindTo(metrics);
        watch.start();
        return watch;
    }

    private double differing(Projection projection) {
        return metrics.get("hub.projection.differing")
                .tag("projection", projection.name())
                .gauge()
                .value();
    }

    private ComparisonBook.Compared compared(Projection projection) {
        return Objects.requireNonNull(book.all().get(projection.name()));
    }

    private void everyReadModelIsCompared() {
        await().until(() -> book.all().size() == 2);
    }

    @Test
    void what_was_altered_by_hand_is_found_and_named_and_nothing_else_is_accused() {
        fixture.tables().update("update projections.service_offer set places = places + 1");
        var watch = watch(true, AT_NIGHT, Duration.ofHours(20));
        assertThat(differing(directory)).isIn(-1.0, 1.0);
        everyReadModelIsCompared();
        var health = new ReadModelHealth(watch, book).health();
        assertThat(health.getStatus()).isEqualTo(new Status("DEGRADED"));
        assertThat(health.getDetails().get(directory.name())).asString().startsWith("DIFFERS in 1 rows");
        assertThat(health.getDetails().get(conflicts.name())).asString().startsWith("as the history says");
        assertThat(differing(directory)).isEqualTo(1);
        assertThat(differing(conflicts)).isZero();
        assertThat(compared(directory).differences())
                .containsExactly(
                        "projections.service_offer " + AFamily.OFFER.value() + ": differs from what the history says");
        assertThat(fixture.tables().queryForObject("select places from service_offer", Integer.class))
                .as("what is shown is left as it is")
                .isEqualTo(2);
    }

    @Test
    void what_nobody_altered_is_as_the_history_says_and_nothing_is_left_behind() {
        var watch = watch(true, AT_NIGHT, Duration.ofHours(20));
        everyReadModelIsCompared();
        assertThat(new ReadModelHealth(watch, book).health().getStatus()).isEqualTo(Status.UP);
        assertThat(compared(directory).events()).isPositive();
        watch.stop();
        assertThat(fixture.tables()
                        .queryForList("select tablename from pg_tables where schemaname = 'comparison'", String.class))
                .isEmpty();
        assertThat(fixture.tables()
                        .queryForList("select projection from position where projection like 'replay:%'", String.class))
                .isEmpty();
    }

    @Test
    void it_goes_on_looking_and_finds_what_was_altered_after_it_was_compared() {
        watch(true, AT_NIGHT, Duration.ofSeconds(-1));
        everyReadModelIsCompared();
        fixture.tables().update("delete from projections.service_offer");
        await().until(() -> compared(directory).differing() == 1);
        fixture.tables()
                .update(
                        "insert into projections.replay (operation_id, projection, kind, reason, state, outcome, requested_by,"
                                + " requested_at, ended_at) values (gen_random_uuid(), ?, 'REBUILD', 'AFTER_A_REPAIR', 'ENDED', 'SWAPPED',"
                                + " 'aled', now(), ?)",
                        directory.name(),
                        AT_NIGHT.plusSeconds(600).atOffset(ZoneOffset.UTC));
        assertThat(compared(directory).differing())
                .as("a rebuild has put it right")
                .isZero();
    }

    @Test
    void it_leaves_the_day_to_those_who_work_and_can_be_switched_off() {
        watch(true, BY_DAY, Duration.ofHours(20)).stop();
        var off = watch(false, AT_NIGHT, Duration.ofHours(20));
        assertThat(off.isRunning()).isFalse();
        assertThat(book.all()).isEmpty();
        assertThat(new ReadModelHealth(off, book).health().getDetails()).containsEntry("comparison", "switched off");
        assertThat(NIGHT.at(AT_NIGHT)).isTrue();
        assertThat(NIGHT.at(BY_DAY)).isFalse();
        assertThat(NIGHT.at(Instant.parse("2026-07-01T00:30:00Z")))
                .as("half past one in an English summer")
                .isTrue();
        var overMidnight = new QuietHours(LocalTime.of(22, 0), LocalTime.of(4, 0));
        assertThat(overMidnight.at(Instant.parse("2026-11-25T23:00:00Z"))).isTrue();
        assertThat(overMidnight.at(BY_DAY)).isFalse();
        assertThat(new QuietHours(LocalTime.NOON, LocalTime.NOON).at(AT_NIGHT)).isTrue();
    }
}
