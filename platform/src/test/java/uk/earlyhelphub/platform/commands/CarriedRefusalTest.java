package uk.earlyhelphub.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import uk.earlyhelphub.events.kernel.Bounds;
import uk.earlyhelphub.events.kernel.Rule;

/** Why a command was not done reaches its sender in another process as it was. */
class CarriedRefusalTest {

    private static RuntimeException afterAJourney(RuntimeException e) {
        var details = ((CommandExecutionException) CommandEdge.inPlainValues(e))
                .<CarriedRefusal>getDetails()
                .orElseThrow();
        var serializer = CommandSerializer.create();
        CarriedRefusal arrived = serializer.deserialize(serializer.serialize(details, byte[].class));
        return arrived.toException();
    }

    @Test
    void a_rules_refusal_names_the_rule_the_field_and_the_notes() {
        var refused = Refused.by(Bounds.DATE_RANGE, "born", "Check the year.").noting(List.of("NEIGHBOUR"));
        assertThat(afterAJourney(refused)).isInstanceOfSatisfying(Refused.class, arrived -> {
            assertThat(arrived.isBy(Bounds.DATE_RANGE)).isTrue();
            assertThat(arrived.isBy(Bounds.LIST_SIZE)).isFalse();
            assertThat(arrived.kind()).isEqualTo(Rule.Kind.INVALID);
            assertThat(arrived.field()).isEqualTo("born");
            assertThat(arrived.detail()).isEqualTo("Check the year.");
            assertThat(arrived.notes()).containsExactly("NEIGHBOUR");
        });
    }

    @Test
    void what_cannot_be_done_just_now_is_no_refusal() {
        assertThat(afterAJourney(new NotNow("The newest checkpoint is not there yet.")))
                .isInstanceOf(NotNow.class)
                .hasMessage("The newest checkpoint is not there yet.");
        assertThat(afterAJourney(new QueryTimeoutException("select"))).isInstanceOf(NotNow.class);
    }

    @Test
    void a_fault_of_ours_is_not_dressed_up() {
        var fault = new IllegalStateException("a bug");
        assertThat(CommandEdge.inPlainValues(fault)).isSameAs(fault);
    }
}
