package uk.earlyhelphub.command.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.access.ReaderAtCase;
import uk.earlyhelphub.model.emergency.Emergencies;

/**
 * How things stand when a case is to be opened in an emergency, or such an opening to be judged.
 *
 * @param state of the stream, and what earlier releases recorded elsewhere, as far as it still counts
 * @param cases the sender before a case; nothing if there is no such case
 */
public record EmergencyContext(
        Emergencies state, Actor actor, Instant at, Function<ReferralId, Optional<ReaderAtCase>> cases) {}
