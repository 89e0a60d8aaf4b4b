package uk.earlyhelphub.command.staffaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.earlyhelphub.command.staffaccess.AccessContext.Post;
import uk.earlyhelphub.events.ids.StaffAccessId;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnd;
import uk.earlyhelphub.events.staffaccess.StaffAccessEnded;
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

    private static EndStaffAccess end(boolean neverSeen) {
        return new EndStaffAccess(
                new StaffAccessId("0b7e9d6a-51c4-4a53-9a7e-2f3f6f0f6a10"), "tmo", StaffAccessEnd.LEFT, neverSeen);
    }

    @Test
    void an_id_that_never_came_is_refused_as_misspelt_unless_the_sender_says_that_they_know() {
        for (var office : List.of(Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)) {
            assertThatThrownBy(() -> end(false).decide(context(office))).isInstanceOfSatisfying(Refused.class, r -> {
                assertThat(r.code()).isEqualTo("staff-never-seen");
                assertThat(r.field()).isEqualTo("staff");
            });
            assertThat(end(true).decide(context(office)).events())
                    .singleElement()
                    .isInstanceOf(StaffAccessEnded.class);
        }
    }

    @Test
    void a_manager_shuts_nobody_out_beforehand_because_nobody_knows_whose_colleague_that_would_be() {
        for (var neverSeen : List.of(true, false)) {
            assertThatThrownBy(() -> end(neverSeen).decide(context(Role.MANAGER)))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.kind()).isEqualTo(Rule.Kind.UNKNOWN));
        }
    }

    @Test
    void a_manager_ends_the_access_of_a_worker_of_their_organisation() {
        context(Role.MANAGER, Role.CASEWORKER).requireTheirs("other");
    }
}
