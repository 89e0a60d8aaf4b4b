package uk.earlyhelphub.command.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.EnvelopeKeys;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AnswerMethod;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ConsentGiven;
import uk.earlyhelphub.events.referral.ConsentOverridden;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.ConsentReviewReached;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.Gateway;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.ReferralEvent;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.events.referral.ReviewCause;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.localpostgres.LocalPostgres;
import uk.earlyhelphub.platform.database.DatabaseSetup;
import uk.earlyhelphub.platform.engine.CommitSignal;
import uk.earlyhelphub.platform.engine.EventCodec;
import uk.earlyhelphub.platform.engine.EventCodes;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.PostgresEventStorageEngine;
import uk.earlyhelphub.platform.engine.ProgressSignal;
import uk.earlyhelphub.platform.engine.ProjectionRunner;
import uk.earlyhelphub.platform.engine.Replay;

/** The days that the Hub's clock looks at, filled from events in a real database by the product's own runner. */
class DeadlineProjectionTest {
    private static final LocalPostgres POSTGRES = LocalPostgres.throwAway();
    private static final EventCodec CODEC = new EventCodec(List.of());
    private static final EventCodes CODES = EventCodes.under(new byte[] {7});
    private static final DatabaseSetup.Started STARTED = new DatabaseSetup(
                    POSTGRES.jdbcUrl(), POSTGRES.jdbcUrl(), POSTGRES.owner(), "", "a secret for tests only")
            .start();
    private static final PostgresEventStorageEngine ENGINE =
            new PostgresEventStorageEngine(STARTED.databases().writer(), CODEC, CODES, STARTED.epoch());
    private static final EventLog LOG = new EventLog(STARTED.databases().reader(), CODEC, CODES, STARTED.epoch());
    private static final JdbcTemplate TABLES =
            new JdbcTemplate(STARTED.databases().projector());

    private static final Map<String, String> ENVELOPE = Map.of(
            Actor.ID,
            "amy",
            Actor.NAME,
            "Amy",
            Actor.ROLE,
            "CASEWORKER",
            Actor.ORGANISATION,
            "afc",
            EnvelopeKeys.PURPOSE,
            "CLARIFY_REFERRAL",
            EnvelopeKeys.CORRELATION_ID,
            "c",
            EnvelopeKeys.CAUSATION_ID,
            "c",
            EnvelopeKeys.COMMAND_ID,
            "c");

    private final DeadlineProjection projection = new DeadlineProjection();
    private final ReferralId referral = new ReferralId(id());
    private final PersonId leo = new PersonId(id());
    private final PersonId mum = new PersonId(id());
    private long sequence;

    private static String id() {
        return UUID.randomUUID().toString();
    }

    @AfterAll
    static void end() {
        STARTED.databases().close();
        POSTGRES.close();
    }

    @BeforeEach
    void empty() {
        TABLES.update("delete from deadline");
        TABLES.update("delete from coming_of_age");
        TABLES.update("delete from deadline_kept");
    }

    private void happened(Instant at, ReferralEvent... events) {
        for (var event : events) {
            ENGINE.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Referral",
                    referral.value(),
                    sequence++,
                    new GenericMessage<>(event, MetaData.from(ENVELOPE)),
                    at)));
        }
    }

    private void project() {
        var last = await().until(() -> LOG.after(EventPosition.START, 10_000), page -> !page.heldBack())
                .events()
                .getLast()
                .position();
        var runner = new ProjectionRunner(
                projection,
                LOG,
                STARTED.databases().projector(),
                new CommitSignal(),
                new ProgressSignal(),
                Clock.systemUTC());
        runner.start();
        try {
            await().until(() -> runner.standing().position().equals(last));
        } finally {
            runner.stop();
        }
        assertThat(TABLES.queryForList("select cause from projections.dead_letter", String.class))
                .isEmpty();
    }

    private List<LocalDate> due() {
        return TABLES.query(
                "select due_on from deadline where referral_id = ?::uuid order by due_on",
                (row, n) -> row.getObject(1, LocalDate.class),
                referral.value());
    }

    private int waitingForAge() {
        return Optional.ofNullable(TABLES.queryForObject(
                        "select count(*) from coming_of_age where referral_id = ?::uuid",
                        Integer.class,
                        referral.value()))
                .orElse(0);
    }

    private static Instant on(String day) {
        return Instant.parse(day + "T23:30:00Z");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private ConsentGiven consent(Capacity capacity, String reviewOn) {
        return new ConsentGiven(
                referral,
                new ConsentId(id()),
                leo,
                List.of(ConsentPurpose.DISCUSS_AT_HUB),
                List.of(),
                List.of(),
                capacity == Capacity.PARENTAL_RESPONSIBILITY ? mum : leo,
                capacity,
                null,
                AnswerMethod.values()[0],
                "1",
                "1",
                day("2026-11-02"),
                day(reviewOn));
    }

    private ProtectedText sealed() {
        return new ProtectedText(leo, "1", "Test/text/c", "AA");
    }

    private ConsentOverridden override(String endsOn) {
        return new ConsentOverridden(
                referral,
                new OverrideId(id()),
                List.of(leo),
                List.of(ConsentPurpose.SHARE_WITH_AGENCIES),
                List.of(Agency.EDUCATION_AND_SCHOOLS),
                Gateway.LEGAL_OBLIGATION,
                "An Act",
                null,
                null,
                sealed(),
                "maya",
                day("2026-11-02"),
                day(endsOn));
    }

    private DataShared shared(String accessUntil) {
        return new DataShared(
                referral,
                new SharingId(id()),
                Agency.EDUCATION_AND_SCHOOLS,
                new PersonId(id()),
                sealed(),
                List.of(leo),
                List.of(),
                List.of(),
                SharingPurpose.values()[0],
                LawfulBasis.CONSENT,
                List.of(),
                null,
                null,
                sealed(),
                sealed(),
                SharingChannel.values()[0],
                true,
                null,
                day("2026-11-02"),
                day(accessUntil));
    }

    @Test
    void consent_is_looked_at_on_its_review_day_and_access_and_gateways_the_day_after_their_last() {
        happened(
                on("2026-11-02"),
                consent(Capacity.ASSESSED_COMPETENT, "2027-02-01"),
                override("2026-12-31"),
                shared("2027-01-15"));
        project();
        assertThat(due()).containsExactly(day("2027-01-01"), day("2027-01-16"), day("2027-02-01"));
        assertThat(waitingForAge()).isZero();
    }

    @Test
    void a_child_for_whom_a_parent_answered_is_waited_for_until_they_have_turned_18() {
        var given = consent(Capacity.PARENTAL_RESPONSIBILITY, "2027-02-01");
        happened(on("2026-11-02"), given, consent(Capacity.PARENTAL_RESPONSIBILITY, "2027-02-01"));
        project();
        assertThat(waitingForAge()).isEqualTo(1);
        happened(
                on("2026-12-01"),
                new ConsentReviewReached(referral, given.consentId(), leo, ReviewCause.REVIEW_DATE, day("2026-12-01")));
        project();
        assertThat(waitingForAge()).isEqualTo(1);
        happened(
                on("2026-12-02"),
                new ConsentReviewReached(referral, given.consentId(), leo, ReviewCause.TURNED_18, day("2026-12-02")));
        project();
        assertThat(waitingForAge()).isZero();
    }

    @Test
    void what_is_opened_again_is_looked_at_on_that_day_in_london_even_if_it_was_looked_at_before() {
        // Half past eleven at night in winter is the same day in London; in summer it is the next one.
        TABLES.update(
                "insert into deadline_kept (referral_id, due_on, kept_at) values (?::uuid, '2026-07-02', now())",
                referral.value());
        happened(on("2026-07-01"), new ReferralReopened(referral, sealed(), day("2026-07-02")));
        project();
        assertThat(due()).containsExactly(day("2026-07-02"));
        assertThat(TABLES.queryForObject("select count(*) from deadline_kept", Integer.class))
                .isZero();
    }

    @Test
    void a_replay_comes_to_the_same_rows() {
        happened(
                on("2026-11-02"),
                consent(Capacity.PARENTAL_RESPONSIBILITY, "2027-02-01"),
                shared("2027-01-15"),
                new ReferralReopened(referral, sealed(), day("2026-11-02")));
        // Whatever other tests left in the history is in both.
        TABLES.update("delete from projections.position where projection = 'deadlines'");
        project();
        var replay = new Replay(projection, LOG, STARTED.databases().projector(), Clock.systemUTC());
        replay.begin();
        try {
            await().until(() -> !replay.readOn());
            var comparison = await().until(() -> replay.compare(false), Optional::isPresent)
                    .orElseThrow();
            assertThat(comparison.named()).isEmpty();
            assertThat(comparison.same()).isTrue();
        } finally {
            replay.end();
        }
    }
}
