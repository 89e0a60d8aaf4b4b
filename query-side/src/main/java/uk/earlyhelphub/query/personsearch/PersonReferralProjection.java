package uk.earlyhelphub.query.personsearch;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.ReferralCorrected;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.events.referral.ReferralReopened;
import uk.earlyhelphub.platform.engine.Projection;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Keeps which person is part of which referral. */
@Component
class PersonReferralProjection implements Projection {
    @Override
    public String name() {
        return "personsearch";
    }

    @Override
    public List<String> tables() {
        return List.of("projections.person_referral", "projections.person_case");
    }

    @Override
    public boolean concerns(RecordedEvent event) {
        return event.stream().equals("Referral");
    }

    @Override
    public void apply(List<RecordedEvent> events, JdbcTemplate tables) {
        for (var event : events) {
            switch (event.payload()) {
                case ReferralReceived e ->
                    tables.update(
                            "insert into person_case (referral_id, reference, team, received_on, previous)"
                                    + " values (?::uuid, ?, ?, ?, ?::uuid)",
                            e.referralId().value(),
                            e.reference(),
                            e.team(),
                            Date.valueOf(e.receivedOn()),
                            previous(e));
                case ReferralCorrected e -> movedTo(e.team(), e.referralId(), tables);
                case ReferralClosed e -> closed(e.referralId(), e.closedOn(), tables);
                case ReferralReopened e -> closed(e.referralId(), null, tables);
                case PersonAdded e -> add(e.personId(), e.referralId(), true, tables);
                case PersonLinked e -> add(e.samePersonAs(), e.referralId(), false, tables);
                case PersonUnlinked e ->
                    tables.update(
                            "delete from person_referral where person_id = ?::uuid and referral_id = ?::uuid and not member",
                            e.notTheSameAs().value(),
                            e.referralId().value());
                default -> {}
            }
        }
    }

    private static @Nullable String previous(ReferralReceived received) {
        var previous = received.previousReferral();
        return previous == null ? null : previous.value();
    }

    private static void movedTo(@Nullable String team, ReferralId referral, JdbcTemplate tables) {
        if (team != null) {
            for (var table : List.of("person_case", "person_referral")) {
                tables.update("update " + table + " set team = ? where referral_id = ?::uuid", team, referral.value());
            }
        }
    }

    private static void closed(ReferralId referral, @Nullable LocalDate on, JdbcTemplate tables) {
        tables.update(
                "update person_case set closed_on = ? where referral_id = ?::uuid",
                on == null ? null : Date.valueOf(on),
                referral.value());
    }

    private static void add(PersonId person, ReferralId referral, boolean member, JdbcTemplate tables) {
        tables.update(
                "insert into person_referral (person_id, referral_id, reference, team, received_on, member)"
                        + " select ?::uuid, referral_id, reference, team, received_on, ? from person_case where referral_id = ?::uuid"
                        + " on conflict (person_id, referral_id) do update set member = person_referral.member or excluded.member",
                person.value(),
                member,
                referral.value());
    }
}
