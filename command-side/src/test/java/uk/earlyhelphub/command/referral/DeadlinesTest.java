package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.command.referral.correct.CorrectDetails;
import uk.earlyhelphub.command.referral.deadline.KeepDeadlines;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.ids.*;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.*;

class DeadlinesTest extends AFamily {
    private static final KeepDeadlines KEEP = new KeepDeadlines(REFERRAL);
    private static final ConsentPurpose[] ALL = ConsentPurpose.values();

    private static ConsentGiven reviewedOn(java.time.LocalDate day, Capacity capacity) {
        return consent(CONSENT, LEO, capacity == Capacity.PARENTAL_RESPONSIBILITY ? MUM : LEO, capacity, day, ALL);
    }

    private static DataShared shared(LawfulBasis basis, @org.jspecify.annotations.Nullable OverrideId override) {
        return sharing(Agency.EDUCATION_AND_SCHOOLS, InformationCategory.ATTENDANCE, basis, override);
    }

    @Test
    void nothing_happens_while_nothing_is_due() {
        assertThat(ready().by(SYSTEM).when(KEEP)).isEmpty();
    }

    @Test
    void a_review_date_ends_the_consent_the_access_and_the_agenda_item_that_rest_on_it() {
        var sharing = shared(LawfulBasis.CONSENT, null);
        arrived()
                .given(
                        reviewedOn(TODAY, Capacity.PARENTAL_RESPONSIBILITY),
                        triaged(),
                        sharing,
                        new PutOnAgenda(REFERRAL, MEETING));
        assertThat(by(SYSTEM).when(KEEP))
                .containsExactly(
                        new ConsentReviewReached(REFERRAL, CONSENT, LEO, ReviewCause.REVIEW_DATE, TODAY),
                        new PartnerAccessEnded(
                                REFERRAL, sharing.sharingId(), sharing.recipient(), AccessEnd.CONSENT_ENDED, TODAY),
                        new TakenOffAgenda(REFERRAL, MEETING, AgendaRemoval.CONSENT_LOST, null),
                        new AgendaItemRemoved(MEETING, REFERRAL, AgendaRemoval.CONSENT_LOST, true));
    }

    @Test
    void a_day_that_was_missed_is_made_up_for_and_keeps_its_date() {
        arrived().given(reviewedOn(TODAY.minusDays(9), Capacity.PARENTAL_RESPONSIBILITY));
        assertThat(by(SYSTEM).when(KEEP))
                .containsExactly(
                        new ConsentReviewReached(REFERRAL, CONSENT, LEO, ReviewCause.REVIEW_DATE, TODAY.minusDays(9)));
    }

    @Test
    void the_18th_birthday_ends_what_a_parent_consented_to_but_not_what_the_young_person_did() {
        ready().adult(LEO);
        assertThat(by(SYSTEM).when(KEEP))
                .containsExactly(new ConsentReviewReached(REFERRAL, CONSENT, LEO, ReviewCause.TURNED_18, TODAY));
        var own = new DeadlinesTest();
        own.arrived().adult(LEO).given(reviewedOn(TODAY.plusDays(90), Capacity.ASSESSED_COMPETENT));
        assertThat(own.by(SYSTEM).when(KEEP)).isEmpty();
    }

    private static CorrectDetails bornOtherwise(AgeBand age) {
        return new CorrectDetails(REFERRAL, LEO, PersonDetail.DATE_OF_BIRTH, null, sealed(), sealed(), age);
    }

    @Test
    void a_date_of_birth_that_makes_a_child_an_adult_ends_what_a_parent_consented_to_at_once() {
        var sharing = shared(LawfulBasis.CONSENT, null);
        arrived()
                .given(
                        reviewedOn(TODAY.plusDays(90), Capacity.PARENTAL_RESPONSIBILITY),
                        triaged(),
                        sharing,
                        new PutOnAgenda(REFERRAL, MEETING));
        assertThat(when(bornOtherwise(AgeBand.ADULT)))
                .hasSize(5)
                .contains(
                        new ConsentReviewReached(REFERRAL, CONSENT, LEO, ReviewCause.TURNED_18, TODAY),
                        new PartnerAccessEnded(
                                REFERRAL, sharing.sharingId(), sharing.recipient(), AccessEnd.CONSENT_ENDED, TODAY),
                        new TakenOffAgenda(REFERRAL, MEETING, AgendaRemoval.CONSENT_LOST, null),
                        new AgendaItemRemoved(MEETING, REFERRAL, AgendaRemoval.CONSENT_LOST, true));
        assertThat(when(bornOtherwise(AgeBand.UNDER_16))).hasSize(1);
    }

    @Test
    void access_ends_the_day_after_its_last_day() {
        var consent = reviewedOn(TODAY.plusDays(90), Capacity.PARENTAL_RESPONSIBILITY);
        var over = until(TODAY.minusDays(1));
        arrived().given(consent, over, until(TODAY));
        assertThat(by(SYSTEM).when(KEEP))
                .containsExactly(new PartnerAccessEnded(
                        REFERRAL, over.sharingId(), over.recipient(), AccessEnd.PERIOD_ENDED, TODAY));
    }

    private static DataShared until(java.time.LocalDate day) {
        var any = shared(LawfulBasis.CONSENT, null);
        return new DataShared(
                REFERRAL,
                any.sharingId(),
                any.recipient(),
                any.recipientPerson(),
                any.recipientName(),
                any.people(),
                any.categories(),
                any.fields(),
                any.purpose(),
                any.basis(),
                any.consents(),
                null,
                null,
                any.necessity(),
                any.proportionality(),
                any.channel(),
                true,
                null,
                TODAY.minusDays(9),
                day);
    }

    @Test
    void access_under_a_gateway_ends_with_the_gateway() {
        var override = new ConsentOverridden(
                REFERRAL,
                new OverrideId(id()),
                List.of(LEO),
                List.of(ConsentPurpose.SHARE_WITH_AGENCIES),
                List.of(Agency.EDUCATION_AND_SCHOOLS),
                Gateway.LEGAL_OBLIGATION,
                "Act",
                null,
                null,
                sealed(),
                "maya",
                TODAY.minusDays(9),
                TODAY.minusDays(1));
        var sharing = shared(LawfulBasis.LEGAL_OBLIGATION, override.overrideId());
        arrived().given(override, sharing);
        assertThat(by(SYSTEM).when(KEEP))
                .containsExactly(new PartnerAccessEnded(
                        REFERRAL, sharing.sharingId(), sharing.recipient(), AccessEnd.PERIOD_ENDED, TODAY));
    }

    @Test
    void what_was_kept_once_is_not_kept_twice() {
        arrived().given(reviewedOn(TODAY, Capacity.PARENTAL_RESPONSIBILITY));
        by(SYSTEM).when(KEEP).forEach(event -> given((ReferralEvent) event));
        assertThat(when(KEEP)).isEmpty();
    }

    @Test
    void nobody_but_the_clock_sends_it() {
        for (var person : List.of(AMY, CAROL, MAYA, PAT)) {
            ready().by(person).refused("not-found", KEEP);
        }
    }
}
