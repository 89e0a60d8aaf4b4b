package uk.earlyhelphub.command.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.earlyhelphub.command.hubmeeting.DeclareInterest;
import uk.earlyhelphub.events.hubmeeting.InterestDeclared;
import uk.earlyhelphub.events.hubmeeting.InterestDeclaredForMember;
import uk.earlyhelphub.events.hubmeeting.InterestNature;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.kernel.HubEvent;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.platform.commands.Act;
import uk.earlyhelphub.platform.commands.CommandContext;
import uk.earlyhelphub.platform.commands.OtherStreams;
import uk.earlyhelphub.platform.commands.Refused;
import uk.earlyhelphub.platform.commands.StreamDefinition;

/** An interest shuts a case to a member: it is declared for oneself, or by the chair of the meeting with a reason. */
class InterestTest extends AFamily {
    private static final Actor NURSE = new Actor("nurse", "Jo", Role.PROVIDER, "health", null);
    private static final ProtectedText WHY = sealed();

    /** The case is there, and the family keeps it from nobody at the meeting. */
    private static final OtherStreams THE_CASE = new OtherStreams() {
        @Override
        public <E extends HubEvent, S, N> Optional<S> find(StreamDefinition<E, S, N> stream, String id) {
            return Optional.empty();
        }

        @Override
        public <E extends HubEvent, S, N> Optional<S> glance(StreamDefinition<E, S, N> stream, String id) {
            var come = received();
            return id.equals(REFERRAL.value()) && stream.events().isInstance(come)
                    ? Optional.of(stream.fold()
                            .after(
                                    stream.none(),
                                    stream.events().cast(come),
                                    new Act(MAYA, TODAY.atStartOfDay().toInstant(ZoneOffset.UTC))))
                    : Optional.empty();
        }
    };

    private static DeclareInterest of(String member, @Nullable ProtectedText why) {
        return new DeclareInterest(MEETING, REFERRAL, member, InterestNature.NEIGHBOUR, why);
    }

    private static HubEvent decided(Actor actor, DeclareInterest interest) {
        var now = new CommandContext<>(
                sitting(TODAY), actor, TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC), TODAY, THE_CASE);
        return interest.decide(now).events().getFirst();
    }

    private static void refused(String code, Actor actor, DeclareInterest interest) {
        assertThatThrownBy(() -> decided(actor, interest))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void a_member_declares_their_own_interest_and_needs_no_reason() {
        assertThat(decided(NURSE, of("nurse", null)))
                .isEqualTo(new InterestDeclared(MEETING, REFERRAL, "nurse", InterestNature.NEIGHBOUR));
        assertThat(decided(MAYA, of("maya", null))).isInstanceOf(InterestDeclared.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maya", "nurse"})
    void the_chair_declares_one_for_a_member_with_a_reason_and_it_says_that_it_was_the_chair(String member) {
        assertThat(decided(CAROL, of(member, WHY)))
                .isEqualTo(new InterestDeclaredForMember(MEETING, REFERRAL, member, InterestNature.NEIGHBOUR, WHY));
    }

    @Test
    void the_chair_cannot_without_a_reason() {
        refused("reason-required", CAROL, of("maya", null));
    }

    @Test
    void no_member_bars_another_whatever_reason_they_give() {
        refused("interest-of-another", NURSE, of("maya", WHY));
        refused("interest-of-another", NURSE, of("maya", null));
        refused("interest-of-another", MAYA, of("nurse", WHY));
    }

    @Test
    void another_chair_who_does_not_chair_this_meeting_is_no_chair_here() {
        var other = new Actor("cecil", "Cecil", Role.HUB_CHAIR, "afc", "windsor");
        refused("interest-of-another", other, of("maya", WHY));
    }

    @Test
    void nobody_bars_somebody_who_was_not_called_or_a_case_that_is_not_on_the_agenda() {
        refused("not-a-member", CAROL, of("stranger", WHY));
        refused(
                "not-on-agenda",
                NURSE,
                new DeclareInterest(MEETING, new ReferralId(id()), "nurse", InterestNature.RELATIVE, null));
    }
}
