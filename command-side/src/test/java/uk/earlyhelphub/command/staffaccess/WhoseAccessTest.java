package uk.earlyhelphub.command.staffaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.earlyhelphub.command.staffaccess.AccessContext.Post;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.model.staffaccess.StaffAccessState;
import uk.earlyhelphub.platform.commands.Refused;

class WhoseAccessTest {
    private static AccessContext context(Role sender, Role... of) {
        var actor = new Actor("sender", "Sender", sender, "afc", null);
        return new AccessContext(
                StaffAccessState.NONE,
                actor,
                staff -> List.of(of).stream().map(role -> new Post(role, "afc")).toList());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DATA_PROTECTION_OFFICER", "ADMINISTRATOR", "AUDITOR", "INVESTIGATOR"})
    void a_manager_has_nothing_to_do_with_those_who_watch_over_the_hub_or_run_it(Role office) {
        assertThatThrownBy(() -> context(Role.MANAGER, office).requireTheirs("other"))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(Rule.Kind.UNKNOWN));
        assertThatThrownBy(() -> context(Role.MANAGER, Role.CASEWORKER, office).requireTheirs("other"))
                .as("whatever else they are")
                .isInstanceOf(Refused.class);
        context(Role.DATA_PROTECTION_OFFICER, office).requireTheirs("other");
        context(Role.ADMINISTRATOR, office).requireTheirs("other");
    }

    @Test
    void a_manager_ends_the_access_of_a_worker_of_their_organisation() {
        context(Role.MANAGER, Role.CASEWORKER).requireTheirs("other");
    }
}
