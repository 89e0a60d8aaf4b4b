package uk.earlyhelphub.query.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.model.referral.ReferralState;

/** By what right somebody reads a case. Never the role alone: always the role and a tie to the case. */
public enum Relationship {
    /** Works for the team of the case. */
    TEAM,
    /** Delivers a service that is allocated to the family now. */
    PROVIDER,
    /** Is called to the coming Hub meeting, for any organisation, with this case on its published agenda. */
    HUB_MEMBER,
    /** Opened this one case in an emergency, for an hour at most, and answers for it. */
    BREAK_GLASS,
    /** Answers for data protection over all cases; sees what happened, not what was said. */
    DATA_PROTECTION,
    /** Investigates complaints; sees what happened, not what was said, until a complaint ties them to the case. */
    INVESTIGATION,
    /** Verifies the history; sees what happened, not what was said. */
    AUDIT;

    /** The relationship of an actor to a case today, if there is one. */
    public static Optional<Relationship> of(Actor actor, ReferralState state) {
        return Optional.ofNullable(find(actor, state));
    }

    private static @Nullable Relationship find(Actor actor, ReferralState state) {
        return switch (actor.role()) {
            case CASEWORKER, MANAGER, HUB_CHAIR ->
                state.intake().arrival().team().equals(actor.team()) ? TEAM : null;
            case PROVIDER ->
                state.allocations().live().stream()
                                .anyMatch(a -> a.allocated().provider().equals(actor.organisation()))
                        ? PROVIDER
                        : null;
            case DATA_PROTECTION_OFFICER -> DATA_PROTECTION;
            case INVESTIGATOR -> INVESTIGATION;
            case AUDITOR -> AUDIT;
            case PARTNER_AGENCY, FAMILY, ADMINISTRATOR, SYSTEM -> null;
        };
    }

    /** Whether such a reader sees the whole of a case and its past, with or without its texts. */
    public boolean seesTheWhole() {
        return this != PROVIDER && this != HUB_MEMBER;
    }

    /** Whether texts are revealed to such a reader: only to those whom something ties to this very case. */
    public boolean seesContent() {
        return this == TEAM || this == PROVIDER || this == HUB_MEMBER || this == BREAK_GLASS;
    }
}
