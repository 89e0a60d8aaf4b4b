package uk.earlyhelphub.command.conflict;

import java.util.Optional;
import java.util.function.Function;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.access.ReaderAtCase;
import uk.earlyhelphub.model.conflict.ConflictState;

/**
 * How things stand when somebody says why they open a record of somebody close, or when that is judged.
 *
 * @param cases the sender before a case; nothing if there is no such case
 */
public record ConflictContext(ConflictState state, Actor actor, Function<ReferralId, Optional<ReaderAtCase>> cases) {}
