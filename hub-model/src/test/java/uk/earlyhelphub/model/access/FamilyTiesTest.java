package uk.earlyhelphub.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.model.AFamily.CHILD;
import static uk.earlyhelphub.model.AFamily.MEETING;
import static uk.earlyhelphub.model.AFamily.MOTHER;
import static uk.earlyhelphub.model.AFamily.REFERRAL;
import static uk.earlyhelphub.model.AFamily.TODAY;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.hubmeeting.InterestDeclarationCorrected;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.PartInFamily;
import uk.earlyhelphub.events.referral.PersonAdded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.PersonUnlinked;
import uk.earlyhelphub.events.referral.ReferralReceived;
import uk.earlyhelphub.model.AFamily;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.TiesAcrossCases.Mention;
import uk.earlyhelphub.model.referral.ReferralState;

/** A family is one family in every record that knows it. */
class FamilyTiesTest {
    private static final Actor AMY = new Actor("amy", "Amy", Role.CASEWORKER, "afc", "windsor");
    private static final ReferralId ELSEWHERE = new ReferralId(AFamily.id());
    private static final ReferralId LATER = new ReferralId(AFamily.id());
    private static final PersonId OTHER = new PersonId(AFamily.id());
    private static final PersonId THIRD = new PersonId(AFamily.id());

    private final List<HubEvent> history = new ArrayList<>();
    private int asked;

    private List<HubEvent> mentioning(List<Mention> mentions) {
        asked++;
        return history.stream()
                .filter(e -> mentions.stream().anyMatch(m -> is(e, m)))
                .toList();
    }

    private static boolean is(HubEvent event, Mention mention) {
        if (!event.getClass().equals(mention.type())) {
            return false;
        }
        var value = switch (event) {
            case PersonLinked e
            when mention.field().equals("personId") -> e.personId().value();
            case PersonLinked e
            when mention.field().equals("samePersonAs") -> e.samePersonAs().value();
            case PersonUnlinked e
            when mention.field().equals("personId") -> e.personId().value();
            case PersonUnlinked e
            when mention.field().equals("notTheSameAs") -> e.notTheSameAs().value();
            case PersonAdded e
            when mention.field().equals("personId") -> e.personId().value();
            case ReferralReceived e
            when mention.field().equals("referralId") -> e.referralId().value();
            case ReferralReceived e
            when mention.field().equals("previousReferral") ->
                e.previousReferral() == null ? "" : e.previousReferral().value();
            case InterestDeclared e
            when mention.field().equals("referralId") -> e.referralId().value();
            case InterestDeclaredForMember e
            when mention.field().equals("referralId") -> e.referralId().value();
            case InterestDeclarationCorrected e
            when mention.field().equals("referralId") -> e.referralId().value();
            default -> throw new AssertionError(event.getClass() + " has no index by " + mention.field());
        };
        return mention.values().contains(value);
    }

    private FamilyTies ties(ReferralState state) {
        return TiesAcrossCases.of(state, this::mentioning);
    }

    private AccessDecision decide(AFamily family, Map<PersonId, ConflictKind> close) {
        var closeTo = new java.util.HashMap<PersonId, Set<ConflictKind>>();
        close.forEach((person, kind) -> closeTo.put(person, Set.of(kind)));
        return AccessPolicy.decide(
                new ReaderFacts(AMY, false, closeTo, true, false),
                new CaseFacts(
                        family.state(),
                        family.meetings(),
                        ties(family.state()),
                        TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC),
                        (person, day) -> AgeBand.UNKNOWN));
    }

    private static void denied(AccessDecision decision, AccessDenial because) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Denied.class, d -> assertThat(d.denial()).isEqualTo(because));
    }

    private static PersonLinked linked(ReferralId by, PersonId person, PersonId same) {
        return new PersonLinked(by, person, same, AFamily.sealed(person));
    }

    private static PersonUnlinked unlinked(ReferralId by, PersonId person, PersonId other) {
        return new PersonUnlinked(by, person, other, AFamily.sealed(person));
    }

    @Test
    void a_bar_follows_a_link_that_only_another_record_holds() {
        var family = AFamily.referred();
        var niece = Map.of(OTHER, ConflictKind.OWN_FAMILY);
        assertThat(decide(family, niece).granted()).isPresent();
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        denied(decide(family, niece), AccessDenial.TOO_CLOSE);
        denied(decide(family, Map.of(OTHER, ConflictKind.OWN_RECORD)), AccessDenial.TOO_CLOSE);
    }

    @Test
    void who_is_the_same_as_the_same_is_the_same() {
        var family = AFamily.referred();
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        history.add(linked(LATER, THIRD, OTHER));
        denied(decide(family, Map.of(THIRD, ConflictKind.OWN_FAMILY)), AccessDenial.TOO_CLOSE);
        assertThat(ties(family.state()).sameAs(CHILD)).containsExactlyInAnyOrder(OTHER, THIRD);
        assertThat(ties(family.state()).sameAs(MOTHER)).isEmpty();
    }

    @Test
    void a_link_that_was_undone_bars_nobody_until_it_is_made_again() {
        var family = AFamily.referred();
        var niece = Map.of(OTHER, ConflictKind.OWN_FAMILY);
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        history.add(unlinked(ELSEWHERE, OTHER, CHILD));
        assertThat(decide(family, niece).granted()).isPresent();
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        denied(decide(family, niece), AccessDenial.TOO_CLOSE);
    }

    @Test
    void what_only_another_record_knows_warns_nobody_of_where_somebody_lives() {
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        var family = AFamily.referred();
        assertThat(AccessPolicy.decide(
                                new ReaderFacts(
                                        AMY, false, Map.of(OTHER, Set.of(ConflictKind.SAME_POSTCODE)), false, false),
                                new CaseFacts(
                                        family.state(),
                                        family.meetings(),
                                        ties(family.state()),
                                        TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC),
                                        (person, day) -> AgeBand.UNKNOWN))
                        .granted())
                .isPresent();
    }

    @Test
    void an_interest_goes_with_the_family_by_the_people_whom_its_records_share() {
        var family = AFamily.referred();
        history.add(AFamily.personOf(ELSEWHERE, OTHER, PartInFamily.CHILD));
        history.add(new InterestDeclared(MEETING, ELSEWHERE, "amy", InterestNature.RELATIVE));
        assertThat(decide(family, Map.of()).granted()).isPresent();
        history.add(linked(ELSEWHERE, OTHER, CHILD));
        denied(decide(family, Map.of()), AccessDenial.INTEREST_DECLARED);
        history.add(new InterestDeclarationCorrected(MEETING, ELSEWHERE, "amy", AFamily.sealed(OTHER)));
        assertThat(decide(family, Map.of()).granted()).isPresent();
        history.add(new InterestDeclaredForMember(
                MEETING, ELSEWHERE, "amy", InterestNature.RELATIVE, AFamily.sealed(OTHER)));
        denied(decide(family, Map.of()), AccessDenial.INTEREST_DECLARED);
    }

    @Test
    void an_interest_goes_with_the_family_by_the_referral_that_a_later_one_names() {
        var family = AFamily.referred();
        history.add(new InterestDeclared(MEETING, LATER, "amy", InterestNature.RELATIVE));
        history.add(AFamily.following(ELSEWHERE, REFERRAL));
        assertThat(decide(family, Map.of()).granted()).isPresent();
        history.add(AFamily.following(LATER, ELSEWHERE));
        denied(decide(family, Map.of()), AccessDenial.INTEREST_DECLARED);
    }

    @Test
    void of_cases_that_nothing_binds_to_others_the_history_is_asked_once() {
        assertThat(ties(AFamily.referred().state())).isEqualTo(FamilyTies.NONE);
        assertThat(asked).isEqualTo(1);
    }
}
