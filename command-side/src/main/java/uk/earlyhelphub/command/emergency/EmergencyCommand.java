package uk.earlyhelphub.command.emergency;

import uk.earlyhelphub.model.emergency.Emergencies;
import uk.earlyhelphub.platform.commands.StreamCommand;

/**
 * What somebody wants done about emergencies. Those of one person are one stream, so that of several openings of the same moment
 * only one can pass.
 */
public sealed interface EmergencyCommand extends StreamCommand<Emergencies, EmergencyContext>
        permits OpenInEmergency, ReviewEmergency {

    /** Whose emergencies, by the id of their stream. */
    String stream();

    @Override
    default String routingKey() {
        return stream();
    }
}
