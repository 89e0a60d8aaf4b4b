package uk.earlyhelphub.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.api.casefile.ConsentCheckView.CheckedAct;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.*;
import uk.earlyhelphub.platform.engine.EventLog;
import uk.earlyhelphub.platform.engine.EventPosition;
import uk.earlyhelphub.platform.engine.RecordedEvent;

/** Whatever the product thought at the time, the check finds what was not covered. */
class ConsentCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOON, ZoneId.of("Europe/London"));
    private static final ReferralId REFERRAL = new ReferralId(id());
    private static final PersonId LEO = new PersonId(id());
    private static final PersonId MUM = new PersonId(id());
    private static final ProtectedText SEALED = new ProtectedText(LEO, "1", "Test/text/c", "AA");

    private final List<RecordedEvent> history = new ArrayList<>();

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private ConsentCheckTest happened(ReferralEvent... events) {
        for (var event : events) {
            var n = history.size();
            history.add(EventLog.recorded(
                    new EventPosition(1, n + 1, n + 1),
                    id(),
                    REFERRAL.value(),
                    n,
                    NOON.plusSeconds(n),
                    event,
                    Map.of()));
        }
        return this;
    }

    private static ReferralReceived received() {
        return new ReferralReceived(
                REFERRAL,
                "EH-1",
                Channel.PHONE,
                TODAY,
                "Clewer",
                "windsor",
                new Referrer(new PersonId(id()), ReferrerKind.NEIGHBOUR, null, null, null, null, true),
                Answer.YES,
                null,
                false,
                LEO,
                SEALED,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                id(),
                null);
    }

    private static ConsentGiven consent(LocalDate reviewOn) {
        return new ConsentGiven(
                REFERRAL,
                new ConsentId(id()),
                LEO,
                List.of(ConsentPurpose.values()),
                List.of(Agency.CAMHS),
                List.of(InformationCategory.ATTENDANCE),
                MUM,
                Capacity.PARENTAL_RESPONSIBILITY,
                null,
                AnswerMethod.SIGNED_FORM,
                "w3",
                "n5",
                TODAY,
                reviewOn);
    }

    private static DataShared shared(Agency recipient) {
        return new DataShared(
                REFERRAL,
                new SharingId(id()),
                recipient,
                new PersonId(id()),
                SEALED,
                List.of(LEO),
                List.of(InformationCategory.ATTENDANCE),
                List.of("name"),
                SharingPurpose.SUPPORT_EDUCATION,
                LawfulBasis.CONSENT,
                List.of(),
                null,
                null,
                SEALED,
                SEALED,
                SharingChannel.HUB_PORTAL,
                true,
                null,
                TODAY,
                TODAY.plusMonths(3));
    }

    private List<Boolean> covered(boolean grownUp) {
        return new ConsentCheck((person, day) -> grownUp ? AgeBand.ADULT : AgeBand.UNDER_16)
                .check(history).stream().map(CheckedAct::covered).toList();
    }

    @Test
    void a_sharing_before_any_consent_is_found_also_once_there_is_one() {
        happened(received(), shared(Agency.CAMHS), consent(TODAY.plusMonths(6)), shared(Agency.CAMHS));
        assertThat(covered(false)).containsExactly(false, true);
    }

    @Test
    void a_sharing_with_somebody_else_or_past_the_review_date_is_found() {
        happened(received(), consent(TODAY.plusMonths(6)), shared(Agency.HOUSING_SERVICES));
        assertThat(covered(false)).containsExactly(false);
        history.clear();
        happened(received(), consent(TODAY), shared(Agency.CAMHS));
        assertThat(covered(false)).containsExactly(false);
    }

    @Test
    void a_parents_consent_for_a_grown_up_is_found() {
        happened(received(), consent(TODAY.plusMonths(6)), shared(Agency.CAMHS));
        assertThat(covered(true)).containsExactly(false);
    }

    @Test
    void a_case_on_an_agenda_without_consent_is_found() {
        happened(received(), new PutOnAgenda(REFERRAL, new uk.earlyhelphub.events.ids.MeetingId(id())));
        var checked = new ConsentCheck((person, day) -> AgeBand.UNKNOWN)
                .check(history)
                .getFirst();
        assertThat(checked.covered()).isFalse();
        assertThat(checked.lacking()).containsExactly(LEO.value());
    }
}
