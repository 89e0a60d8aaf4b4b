package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.privacy.ProtectedText;

/** One member's disagreement with a decision, with the reason. */
public record Dissent(String member, ProtectedText reason) {}
