package uk.earlyhelphub.command.serviceoffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.earlyhelphub.events.ids.OfferId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.serviceoffer.ServiceOfferRegistered;
import uk.earlyhelphub.model.serviceoffer.ServiceOfferState;

class WhoKeepsTheDirectoryTest {
    private static final OfferId OFFER = new OfferId(UUID.randomUUID().toString());
    private static final ServiceOfferState OF_BRIGHT_PATHS = ServiceOfferState.NONE.after(new ServiceOfferRegistered(
            OFFER, "Mornings", "bright-paths", "Help", List.of(), List.of(), List.of("Clewer"), 3));

    private static Actor manager(String organisation, @Nullable String team) {
        return new Actor("m", "M", Role.MANAGER, organisation, team);
    }

    private static List<OfferCommand> commands() {
        return List.of(
                new ChangeCapacity(OFFER, 5, "A worker more."),
                new RegisterServiceOffer(
                        OFFER, "Mornings", "bright-paths", "Help", List.of(), List.of(), List.of("Clewer"), 3));
    }

    @Test
    void managers_of_the_teams_keep_every_service() {
        assertThat(commands()).allMatch(c -> c.mayBeSentBy(manager("afc", "windsor"), OF_BRIGHT_PATHS));
    }

    @Test
    void the_manager_of_another_organisation_keeps_its_own_services_and_no_other() {
        assertThat(commands()).allMatch(c -> c.mayBeSentBy(manager("bright-paths", null), OF_BRIGHT_PATHS));
        assertThat(commands()).noneMatch(c -> c.mayBeSentBy(manager("family-action", null), OF_BRIGHT_PATHS));
    }
}
