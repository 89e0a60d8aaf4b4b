package uk.earlyhelphub.model.access;

import uk.earlyhelphub.model.access.AccessDecision.Denied;
import uk.earlyhelphub.model.access.AccessDecision.Granted;

/** Somebody before one case, both at the same instant. */
public record ReaderAtCase(ReaderFacts reader, CaseFacts facts) {

    /** What they may see of it. */
    public AccessDecision decision() {
        return AccessPolicy.decide(reader, facts);
    }

    /** Whether it is shut to them for good: of their own family's case nobody answers for what others did in it either. */
    public boolean isShut() {
        return AccessPolicy.isShut(reader, facts);
    }

    /** What they could see of it if they opened it in an emergency. */
    public AccessDecision inEmergency() {
        return AccessPolicy.decide(reader.inEmergency(), facts);
    }

    /** Whether an interest of theirs in it is declared at any of its meetings. */
    public boolean hasInterest() {
        return AccessPolicy.hasInterest(reader.actor(), facts);
    }

    /** Whether they can read texts of it already, without any emergency. */
    public boolean readsAlready() {
        return switch (decision()) {
            case Granted granted ->
                granted.right().seesContent() && !granted.right().isForAnEmergency();
            case Denied _ -> false;
        };
    }
}
