package uk.earlyhelphub.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.ids.OperationId;
import uk.earlyhelphub.events.operations.ReplayApproved;
import uk.earlyhelphub.events.operations.ReplayCancelled;
import uk.earlyhelphub.events.operations.ReplayEnded;
import uk.earlyhelphub.events.operations.ReplayEnding;
import uk.earlyhelphub.events.operations.ReplayEvent;
import uk.earlyhelphub.events.operations.ReplayKind;
import uk.earlyhelphub.events.operations.ReplayOutcome;
import uk.earlyhelphub.events.operations.ReplayPaused;
import uk.earlyhelphub.events.operations.ReplayReason;
import uk.earlyhelphub.events.operations.ReplayRequested;
import uk.earlyhelphub.events.operations.ReplayResumed;
import uk.earlyhelphub.model.operation.ReplayState.Standing;

class ReplayStateTest {
    private static final OperationId ID = new OperationId("00000000-0000-4000-8000-000000000001");
    private static final ReplayRequested REQUESTED =
            new ReplayRequested(ID, "worklist", ReplayKind.REBUILD, ReplayReason.DRILL, null);
    private static final ReplayApproved APPROVED = new ReplayApproved(ID, "worklist");
    private static final ReplayEnding ENDING = new ReplayEnding(ID, "worklist");
    private static final ReplayEnded ENDED = new ReplayEnded(ID, "worklist", ReplayOutcome.SWAPPED, 1, "a", "a", 0);
    private static final ReplayCancelled CANCELLED = new ReplayCancelled(ID, "worklist");
    private static final List<ReplayEvent> ALL = List.of(
            REQUESTED,
            APPROVED,
            new ReplayPaused(ID, "worklist"),
            new ReplayResumed(ID, "worklist"),
            ENDING,
            CANCELLED,
            ENDED);

    private static ReplayState after(ReplayEvent... events) {
        var state = ReplayState.NONE;
        for (var event : events) {
            assertThat(ReplayState.allows(event, state.standing()))
                    .as("%s while %s", event.getClass().getSimpleName(), state.standing())
                    .isTrue();
            state = state.after(event, event instanceof ReplayApproved ? "omar" : "aled");
        }
        return state;
    }

    @Test
    void who_asked_and_who_agreed_stay_known_to_the_end() {
        var state = after(REQUESTED, APPROVED, ENDING, ENDED);
        assertThat(state.requestedBy()).isEqualTo("aled");
        assertThat(state.approvedBy()).isEqualTo("omar");
        assertThat(state.asked()).isEqualTo(REQUESTED);
    }

    @Test
    void once_it_takes_the_place_of_what_is_shown_it_can_only_end() {
        var ending = after(REQUESTED, APPROVED, ENDING).standing();
        assertThat(ALL.stream().filter(e -> ReplayState.allows(e, ending))).containsExactly(ENDED);
    }

    @Test
    void it_ends_once() {
        for (var closed : List.of(after(REQUESTED, CANCELLED), after(REQUESTED, APPROVED, ENDED))) {
            assertThat(closed.standing().isClosed()).isTrue();
            assertThat(ALL.stream().filter(e -> ReplayState.allows(e, closed.standing())))
                    .isEmpty();
        }
    }

    @Test
    void every_standing_is_reached_and_every_event_may_happen_in_some() {
        Set<Standing> reached = EnumSet.of(Standing.NONE);
        var found = true;
        while (found) {
            found = false;
            for (var standing : Set.copyOf(reached)) {
                for (var event : ALL) {
                    if (ReplayState.allows(event, standing)) {
                        found |= reached.add(
                                ReplayState.NONE.after(event, "aled").standing());
                    }
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(Standing.values());
        assertThat(ALL).allMatch(e -> Arrays.stream(Standing.values()).anyMatch(s -> ReplayState.allows(e, s)));
    }
}
