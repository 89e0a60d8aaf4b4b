package uk.earlyhelphub.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.earlyhelphub.model.AFamily.CHILD;
import static uk.earlyhelphub.model.AFamily.MEETING;
import static uk.earlyhelphub.model.AFamily.MOTHER;
import static uk.earlyhelphub.model.AFamily.REFERRAL;
import static uk.earlyhelphub.model.AFamily.TODAY;
import static uk.earlyhelphub.model.AFamily.TWIN;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.earlyhelphub.events.hubmeeting.AgendaItemRemoved;
import uk.earlyhelphub.events.hubmeeting.HubMeetingHeld;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.AgeBand;
import uk.earlyhelphub.events.recordaccess.ConflictKind;
import uk.earlyhelphub.events.referral.AccessEnd;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.AgendaRemoval;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.ClosureReason;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.PartnerAccessEnded;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.events.referral.RecallCause;
import uk.earlyhelphub.events.referral.ReferralClosed;
import uk.earlyhelphub.events.referral.SharingRecalled;
import uk.earlyhelphub.model.AFamily;
import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;
import uk.earlyhelphub.model.access.DisclosureScope.Extent;
import uk.earlyhelphub.model.consent.Ages;

class AccessPolicyTest {
    private static final Ages NOBODY_GROWN_UP = (person, day) -> AgeBand.UNKNOWN;
    private static final ConsentId CONSENT = new ConsentId(AFamily.id());
    private static final SharingId SHARING = new SharingId(AFamily.id());

    private static Actor actor(String id, Role role, String organisation, @Nullable String team) {
        return new Actor(id, id, role, organisation, team);
    }

    private static final Actor AMY = actor("amy", Role.CASEWORKER, "afc", "windsor");
    private static final Actor TOM = actor("tom", Role.CASEWORKER, "afc", "maidenhead");
    private static final Actor ROSA = actor("rosa", Role.PROVIDER, "family-matters", null);
    private static final Actor COLIN = actor("colin", Role.PARTNER_AGENCY, "CAMHS", null);

    private static ReaderFacts reader(Actor actor) {
        return new ReaderFacts(actor, false, Map.of(), false, false);
    }

    private static ReaderFacts close(
            Actor actor, boolean reason, boolean emergency, Map<PersonId, ConflictKind> kinds) {
        var closeTo = new java.util.HashMap<PersonId, Set<ConflictKind>>();
        kinds.forEach((person, kind) -> closeTo.put(person, Set.of(kind)));
        return new ReaderFacts(actor, false, closeTo, reason, emergency);
    }

    private static CaseFacts facts(AFamily family, Ages ages) {
        return new CaseFacts(
                family.state(),
                family.meetings(),
                FamilyTies.NONE,
                TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC),
                ages);
    }

    private static AccessDecision decide(Actor actor, AFamily family) {
        return AccessPolicy.decide(reader(actor), facts(family, NOBODY_GROWN_UP));
    }

    private static void denied(AccessDecision decision, AccessDenial because) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Denied.class, d -> assertThat(d.denial()).isEqualTo(because));
    }

    private static Granted granted(AccessDecision decision, AccessRight right) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Granted.class, g -> assertThat(g.right()).isEqualTo(right));
        return decision.granted().orElseThrow();
    }

    private static AFamily consented() {
        return AFamily.referred().consentFor(CONSENT, CHILD, Capacity.PARENTAL_RESPONSIBILITY, TODAY.plusYears(1));
    }

    @Test
    void the_team_sees_the_whole_and_another_team_nothing() {
        var scope = granted(decide(AMY, AFamily.referred()), AccessRight.TEAM).scope();
        assertThat(scope.extent()).isEqualTo(Extent.WHOLE_CASE);
        assertThat(scope.people()).containsExactly(CHILD, TWIN, MOTHER);
        assertThat(scope.showsDetail("address")).isTrue();
        denied(decide(TOM, AFamily.referred()), AccessDenial.NO_TIE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"FAMILY", "ADMINISTRATOR", "SYSTEM"})
    void some_offices_see_no_case_whatever_ties_them_to_it(Role role) {
        denied(decide(actor("omar", role, "afc", "windsor"), AFamily.referred()), AccessDenial.OFFICE_SEES_NO_CASES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DATA_PROTECTION_OFFICER", "INVESTIGATOR", "AUDITOR"})
    void officers_see_what_happened_and_no_text(Role role) {
        var decision = decide(actor("dora", role, "afc", null), AFamily.referred());
        var granted = decision.granted().orElseThrow();
        assertThat(granted.right().seesContent()).isFalse();
        assertThat(granted.right().seesTheWhole()).isTrue();
        assertThat(granted.scope().people()).isEmpty();
        assertThat(granted.scope().showsDetail("name")).isFalse();
    }

    @Test
    void whose_access_ended_sees_nothing() {
        var gone = new ReaderFacts(AMY, true, Map.of(), false, true);
        denied(AccessPolicy.decide(gone, facts(AFamily.referred(), NOBODY_GROWN_UP)), AccessDenial.STAFF_ACCESS_ENDED);
    }

    @Test
    void a_provider_sees_only_those_it_works_with_and_what_a_visit_needs() {
        var family = consented().allocated("family-matters", CHILD);
        var scope = granted(decide(ROSA, family), AccessRight.PROVIDER).scope();
        assertThat(scope.people()).containsExactly(CHILD);
        assertThat(scope.showsDetail("phone")).isTrue();
        assertThat(scope.showsDetail("nhsNumber")).isFalse();
        denied(decide(actor("pat", Role.PROVIDER, "other", null), family), AccessDenial.NO_TIE);
    }

    @Test
    void a_provider_is_shut_out_by_withdrawal_and_by_closure() {
        var family = consented().allocated("family-matters", CHILD);
        denied(decide(ROSA, family.withdrawn(CONSENT, CHILD, ConsentPurpose.ALLOCATE_SERVICE)), AccessDenial.NO_TIE);
        var closed = consented()
                .allocated("family-matters", CHILD)
                .then(new ReferralClosed(REFERRAL, ClosureReason.FAMILY_MOVED, null, TODAY));
        denied(decide(ROSA, closed), AccessDenial.NO_TIE);
    }

    @Test
    void a_provider_goes_on_when_a_review_is_due_or_a_gateway_covers_it() {
        var due = AFamily.referred()
                .consentFor(CONSENT, CHILD, Capacity.PARENTAL_RESPONSIBILITY, TODAY.minusDays(1))
                .allocated("family-matters", CHILD);
        granted(decide(ROSA, due), AccessRight.PROVIDER);
        var covered = AFamily.referred()
                .gateway(new OverrideId(AFamily.id()), CHILD, ConsentPurpose.ALLOCATE_SERVICE, TODAY)
                .allocated("family-matters", CHILD);
        granted(decide(ROSA, covered), AccessRight.PROVIDER);
    }

    @Test
    void a_parent_s_consent_lets_no_provider_read_on_after_the_eighteenth_birthday() {
        var family = consented().allocated("family-matters", CHILD);
        denied(
                AccessPolicy.decide(
                        reader(ROSA),
                        facts(family, (person, day) -> person.equals(CHILD) ? AgeBand.ADULT : AgeBand.UNKNOWN)),
                AccessDenial.NO_TIE);
    }

    @Test
    void a_member_sees_those_whom_consent_covers_once_the_agenda_is_published() {
        var family = consented().onAgenda("colin");
        denied(decide(COLIN, family), AccessDenial.NO_TIE);
        var scope = granted(decide(COLIN, family.published()), AccessRight.HUB_MEMBER)
                .scope();
        assertThat(scope.people()).containsExactly(CHILD);
        assertThat(scope.extent()).isEqualTo(Extent.COVERED_BY_CONSENT);
    }

    /** N17: free text tells of those, too, who refused or were not asked. */
    @Test
    void what_was_said_of_the_family_is_for_another_organisation_only_if_everybody_in_it_is_covered() {
        var partly =
                consented().onAgenda("colin").allocated("family-matters", CHILD).published();
        for (var reader : List.of(COLIN, ROSA)) {
            assertThat(decide(reader, partly).granted().orElseThrow().scope().ofTheFamily())
                    .isFalse();
        }
        var all = consented()
                .consentFor(new ConsentId(AFamily.id()), TWIN, Capacity.PARENTAL_RESPONSIBILITY, TODAY.plusYears(1))
                .consentFor(new ConsentId(AFamily.id()), MOTHER, Capacity.ADULT_FOR_SELF, TODAY.plusYears(1))
                .onAgenda("colin")
                .allocated("family-matters", CHILD)
                .published();
        for (var reader : List.of(COLIN, ROSA)) {
            assertThat(decide(reader, all).granted().orElseThrow().scope().ofTheFamily())
                    .isTrue();
        }
        assertThat(decide(AMY, partly).granted().orElseThrow().scope().ofTheFamily())
                .isTrue();
        assertThat(decide(COLIN, sharing()).granted().orElseThrow().scope().ofTheFamily())
                .isFalse();
    }

    @Test
    void a_member_is_shut_out_when_the_item_leaves_the_agenda_or_the_meeting_is_over() {
        var removed = consented()
                .onAgenda("colin")
                .published()
                .meeting(new AgendaItemRemoved(MEETING, REFERRAL, AgendaRemoval.CONSENT_LOST, true));
        denied(decide(COLIN, removed), AccessDenial.NO_TIE);
        var held = consented().onAgenda("colin").published().meeting(new HubMeetingHeld(MEETING, TODAY));
        denied(decide(COLIN, held), AccessDenial.NO_TIE);
    }

    @Test
    void a_member_is_shut_out_when_the_child_turned_eighteen_on_a_parent_s_consent() {
        var family = consented().onAgenda("colin").published();
        denied(AccessPolicy.decide(reader(COLIN), facts(family, (person, day) -> AgeBand.ADULT)), AccessDenial.NO_TIE);
    }

    @Test
    void a_member_of_an_organisation_that_the_family_excluded_sees_nothing() {
        var family = AFamily.referred(Agency.CAMHS)
                .consentFor(CONSENT, CHILD, Capacity.PARENTAL_RESPONSIBILITY, TODAY.plusYears(1))
                .onAgenda("colin")
                .published();
        denied(decide(COLIN, family), AccessDenial.AGENCY_EXCLUDED);
    }

    @Test
    void a_declared_interest_bars_whatever_else_lets_in() {
        var family = consented()
                .onAgenda("amy")
                .published()
                .meeting(new InterestDeclared(MEETING, REFERRAL, "amy", InterestNature.values()[0]));
        denied(decide(AMY, family), AccessDenial.INTEREST_DECLARED);
        var emergency = new ReaderFacts(AMY, false, Map.of(), true, true);
        denied(AccessPolicy.decide(emergency, facts(family, NOBODY_GROWN_UP)), AccessDenial.INTEREST_DECLARED);
    }

    @Test
    void one_s_own_record_stays_shut_also_with_a_reason_and_in_one_s_own_emergency() {
        var family = facts(AFamily.referred(), NOBODY_GROWN_UP);
        var own = Map.of(MOTHER, ConflictKind.OWN_RECORD);
        denied(AccessPolicy.decide(close(AMY, true, false, own), family), AccessDenial.TOO_CLOSE);
        denied(AccessPolicy.decide(close(AMY, true, true, own), family), AccessDenial.TOO_CLOSE);
        denied(AccessPolicy.decide(close(TOM, true, true, own), family), AccessDenial.TOO_CLOSE_UNSEEN);
    }

    @Test
    void a_relative_sees_in_an_emergency_what_helps_and_not_who_spoke() {
        var family = facts(AFamily.referred(), NOBODY_GROWN_UP);
        var niece = Map.of(CHILD, ConflictKind.OWN_FAMILY);
        denied(AccessPolicy.decide(close(AMY, true, false, niece), family), AccessDenial.TOO_CLOSE);
        for (var aunt : List.of(AMY, TOM)) {
            var granted = granted(
                    AccessPolicy.decide(close(aunt, false, true, niece), family), AccessRight.RELATIVE_IN_EMERGENCY);
            assertThat(granted.scope().extent()).isEqualTo(Extent.WITHOUT_WHO_SPOKE);
            assertThat(granted.scope().shows(CHILD)).isTrue();
            assertThat(granted.scope().showsDetail("address")).isTrue();
            assertThat(granted.right().seesTheWhole())
                    .as("the past tells who spoke")
                    .isFalse();
        }
    }

    @Test
    void a_bar_for_good_counts_also_by_those_of_the_household_whom_a_reader_is_not_shown() {
        for (var kind : List.of(ConflictKind.OWN_RECORD, ConflictKind.OWN_FAMILY)) {
            var mother = Map.of(MOTHER, kind);
            denied(
                    AccessPolicy.decide(
                            close(ROSA, false, false, mother),
                            facts(consented().allocated("family-matters", CHILD), NOBODY_GROWN_UP)),
                    AccessDenial.TOO_CLOSE_UNSEEN);
            denied(
                    AccessPolicy.decide(
                            close(COLIN, false, false, mother),
                            facts(consented().onAgenda("colin").published(), NOBODY_GROWN_UP)),
                    AccessDenial.TOO_CLOSE_UNSEEN);
            denied(
                    AccessPolicy.decideShared(
                            close(COLIN, true, false, mother), facts(sharing(), NOBODY_GROWN_UP), SHARING),
                    AccessDenial.TOO_CLOSE_UNSEEN);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DATA_PROTECTION_OFFICER", "INVESTIGATOR", "AUDITOR"})
    void no_officer_sees_what_happened_in_their_own_case(Role role) {
        var dora = actor("dora", role, "afc", null);
        for (var kind : List.of(ConflictKind.OWN_RECORD, ConflictKind.OWN_FAMILY)) {
            denied(
                    AccessPolicy.decide(
                            close(dora, true, false, Map.of(MOTHER, kind)), facts(AFamily.referred(), NOBODY_GROWN_UP)),
                    AccessDenial.TOO_CLOSE_UNSEEN);
        }
    }

    @Test
    void whoever_has_nothing_to_do_with_a_case_is_not_told_that_somebody_close_is_in_it() {
        denied(
                AccessPolicy.decide(
                        close(TOM, false, false, Map.of(CHILD, ConflictKind.OWN_FAMILY)),
                        facts(AFamily.referred(), NOBODY_GROWN_UP)),
                AccessDenial.NO_TIE);
    }

    @Test
    void a_bar_follows_whom_a_person_was_recognised_as_in_another_record() {
        var elsewhere = new PersonId(AFamily.id());
        var family = AFamily.referred().then(new PersonLinked(REFERRAL, CHILD, elsewhere, AFamily.sealed(CHILD)));
        assertThat(AccessPolicy.everybodyConcerned(facts(family, NOBODY_GROWN_UP)))
                .containsExactly(CHILD, elsewhere, TWIN, MOTHER);
        denied(
                AccessPolicy.decide(
                        close(AMY, false, false, Map.of(elsewhere, ConflictKind.OWN_FAMILY)),
                        facts(family, NOBODY_GROWN_UP)),
                AccessDenial.TOO_CLOSE);
    }

    @Test
    void a_postcode_counts_only_for_whoever_is_shown_where_they_live_now() {
        var home = Map.of(CHILD, ConflictKind.SAME_POSTCODE);
        granted(
                AccessPolicy.decide(
                        close(COLIN, false, false, home),
                        facts(consented().onAgenda("colin").published(), NOBODY_GROWN_UP)),
                AccessRight.HUB_MEMBER);
        granted(
                AccessPolicy.decideShared(close(COLIN, false, false, home), facts(sharing(), NOBODY_GROWN_UP), SHARING),
                AccessRight.RECIPIENT);
        denied(
                AccessPolicy.decide(
                        close(ROSA, false, false, home),
                        facts(consented().allocated("family-matters", CHILD), NOBODY_GROWN_UP)),
                AccessDenial.REASON_NEEDED);
    }

    @Test
    void a_provider_acts_on_an_allocation_of_theirs_as_long_as_they_read_by_it() {
        var family = consented().allocated("family-matters", CHILD);
        var allocation = family.state().allocations().all().getFirst().allocationId();
        granted(
                AccessPolicy.decideAllocation(reader(ROSA), facts(family, NOBODY_GROWN_UP), allocation),
                AccessRight.PROVIDER);
        for (var other : List.of(AMY, actor("pat", Role.PROVIDER, "other", null))) {
            denied(
                    AccessPolicy.decideAllocation(reader(other), facts(family, NOBODY_GROWN_UP), allocation),
                    AccessDenial.NO_TIE);
        }
        denied(
                AccessPolicy.decideAllocation(
                        reader(ROSA),
                        facts(family.withdrawn(CONSENT, CHILD, ConsentPurpose.ALLOCATE_SERVICE), NOBODY_GROWN_UP),
                        allocation),
                AccessDenial.NO_TIE);
    }

    private static AccessDecision listed(ReaderFacts reader, AFamily family) {
        var id = family.state().allocations().all().getFirst().allocationId();
        return AccessPolicy.decideAllocationInList(reader, facts(family, NOBODY_GROWN_UP), id);
    }

    @Test
    void a_provider_finds_in_a_list_what_it_was_offered_also_when_the_case_is_shut_and_sees_nobody_by_it() {
        var family = consented().allocated("family-matters", CHILD);
        var withdrawn = family.withdrawn(CONSENT, CHILD, ConsentPurpose.ALLOCATE_SERVICE);
        for (var one : List.of(family, withdrawn)) {
            var scope = granted(listed(reader(ROSA), one), AccessRight.PROVIDER).scope();
            assertThat(scope.people()).isEmpty();
            assertThat(scope.showsDetail("name")).isFalse();
        }
        var id = family.state().allocations().all().getFirst().allocationId();
        assertThat(AccessPolicy.opensByAllocation(reader(ROSA), facts(withdrawn, NOBODY_GROWN_UP), id))
                .isFalse();
        var fresh = consented().allocated("family-matters", CHILD);
        assertThat(AccessPolicy.opensByAllocation(
                        close(ROSA, false, false, Map.of(CHILD, ConflictKind.SAME_POSTCODE)),
                        facts(fresh, NOBODY_GROWN_UP),
                        fresh.state().allocations().all().getFirst().allocationId()))
                .as("a reason would open it")
                .isTrue();
        for (var other : List.of(AMY, COLIN, actor("pat", Role.PROVIDER, "other", null))) {
            denied(listed(reader(other), family), AccessDenial.NO_TIE);
        }
    }

    @Test
    void whoever_is_barred_or_excluded_does_not_even_find_what_was_offered() {
        var family = consented().allocated("family-matters", CHILD);
        for (var kind : List.of(ConflictKind.OWN_RECORD, ConflictKind.OWN_FAMILY)) {
            denied(listed(close(ROSA, true, false, Map.of(MOTHER, kind)), family), AccessDenial.TOO_CLOSE_UNSEEN);
        }
        denied(listed(new ReaderFacts(ROSA, true, Map.of(), false, false), family), AccessDenial.STAFF_ACCESS_ENDED);
        var excluded = AFamily.referred(Agency.CAMHS)
                .consentFor(CONSENT, CHILD, Capacity.PARENTAL_RESPONSIBILITY, TODAY.plusYears(1))
                .allocated("CAMHS", CHILD);
        denied(listed(reader(actor("cam", Role.PROVIDER, "CAMHS", null)), excluded), AccessDenial.AGENCY_EXCLUDED);
        var interested = consented()
                .onAgenda("rosa")
                .allocated("family-matters", CHILD)
                .meeting(new InterestDeclared(MEETING, REFERRAL, "rosa", InterestNature.NEIGHBOUR));
        denied(listed(reader(ROSA), interested), AccessDenial.INTEREST_DECLARED);
    }

    @Test
    void a_list_leaves_out_one_s_own_family_and_keeps_what_a_reason_would_open() {
        var family = AFamily.referred();
        denied(
                AccessPolicy.decideInList(
                        close(AMY, false, false, Map.of(CHILD, ConflictKind.OWN_FAMILY)),
                        facts(family, NOBODY_GROWN_UP)),
                AccessDenial.TOO_CLOSE);
        granted(
                AccessPolicy.decideInList(
                        close(AMY, false, false, Map.of(CHILD, ConflictKind.SAME_POSTCODE)),
                        facts(family, NOBODY_GROWN_UP)),
                AccessRight.TEAM);
    }

    @Test
    void a_neighbour_s_record_opens_with_a_reason() {
        var family = facts(AFamily.referred(), NOBODY_GROWN_UP);
        var kinds = Map.of(TWIN, ConflictKind.SAME_POSTCODE);
        denied(AccessPolicy.decide(close(AMY, false, false, kinds), family), AccessDenial.REASON_NEEDED);
        granted(AccessPolicy.decide(close(AMY, true, false, kinds), family), AccessRight.TEAM);
    }

    @Test
    void to_whom_a_reader_is_close_is_not_asked_of_people_whom_they_are_not_shown() {
        var family = consented().allocated("family-matters", CHILD);
        var decision = AccessPolicy.decide(
                close(ROSA, false, false, Map.of(MOTHER, ConflictKind.SAME_POSTCODE)), facts(family, NOBODY_GROWN_UP));
        granted(decision, AccessRight.PROVIDER);
    }

    @Test
    void an_emergency_opens_a_case_that_is_nobody_s_of_theirs() {
        var open = new ReaderFacts(TOM, false, Map.of(), false, true);
        var scope = granted(
                        AccessPolicy.decide(open, facts(AFamily.referred(), NOBODY_GROWN_UP)), AccessRight.BREAK_GLASS)
                .scope();
        assertThat(scope.extent()).isEqualTo(Extent.WHOLE_CASE);
    }

    private static AccessDecision shared(Actor actor, AFamily family, Ages ages) {
        return AccessPolicy.decideShared(reader(actor), facts(family, ages), SHARING);
    }

    private static AFamily sharing() {
        return consented().shared(SHARING, LawfulBasis.CONSENT, null, CHILD);
    }

    @Test
    void a_recipient_sees_what_was_shared_with_it_and_no_other() {
        var scope = granted(shared(COLIN, sharing(), NOBODY_GROWN_UP), AccessRight.RECIPIENT)
                .scope();
        assertThat(scope.people()).containsExactly(CHILD);
        assertThat(scope.showsDetail("name")).isTrue();
        assertThat(scope.showsDetail("address")).isFalse();
        denied(
                shared(actor("hana", Role.PARTNER_AGENCY, "EDUCATION_AND_SCHOOLS", null), sharing(), NOBODY_GROWN_UP),
                AccessDenial.NO_TIE);
        denied(shared(AMY, sharing(), NOBODY_GROWN_UP), AccessDenial.NO_TIE);
        granted(decide(COLIN, sharing()), AccessRight.RECIPIENT);
    }

    @Test
    void a_recipient_is_shut_out_by_withdrawal_recall_end_of_access_and_an_eighteenth_birthday() {
        denied(
                shared(COLIN, sharing().withdrawn(CONSENT, CHILD, ConsentPurpose.SHARE_WITH_AGENCIES), NOBODY_GROWN_UP),
                AccessDenial.SHARING_ENDED);
        denied(
                shared(
                        COLIN,
                        sharing()
                                .then(new SharingRecalled(
                                        REFERRAL, SHARING, Agency.CAMHS, RecallCause.SHARED_IN_ERROR, null, TODAY)),
                        NOBODY_GROWN_UP),
                AccessDenial.SHARING_ENDED);
        denied(
                shared(
                        COLIN,
                        sharing()
                                .then(new PartnerAccessEnded(
                                        REFERRAL, SHARING, Agency.CAMHS, AccessEnd.PERIOD_ENDED, TODAY)),
                        NOBODY_GROWN_UP),
                AccessDenial.SHARING_ENDED);
        denied(shared(COLIN, sharing(), (person, day) -> AgeBand.ADULT), AccessDenial.SHARING_ENDED);
    }

    @Test
    void what_was_shared_under_a_gateway_ends_with_it() {
        var gateway = new OverrideId(AFamily.id());
        var open = AFamily.referred()
                .gateway(gateway, CHILD, ConsentPurpose.SHARE_WITH_AGENCIES, TODAY)
                .shared(SHARING, LawfulBasis.PUBLIC_TASK, gateway, CHILD);
        granted(shared(COLIN, open, NOBODY_GROWN_UP), AccessRight.RECIPIENT);
        var over = AFamily.referred()
                .gateway(gateway, CHILD, ConsentPurpose.SHARE_WITH_AGENCIES, TODAY.minusDays(1))
                .shared(SHARING, LawfulBasis.PUBLIC_TASK, gateway, CHILD);
        denied(shared(COLIN, over, NOBODY_GROWN_UP), AccessDenial.SHARING_ENDED);
    }

    @Test
    void a_recipient_who_is_close_to_somebody_in_it_gives_a_reason_too() {
        var reader = close(COLIN, false, false, Map.of(CHILD, ConflictKind.COLLEAGUE));
        denied(
                AccessPolicy.decideShared(reader, facts(sharing(), NOBODY_GROWN_UP), SHARING),
                AccessDenial.REASON_NEEDED);
    }
}
