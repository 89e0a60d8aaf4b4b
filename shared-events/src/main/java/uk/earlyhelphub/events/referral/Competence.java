package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.privacy.ProtectedText;

/** The assessment that a child understands what they consent to: by whom, and why; never age alone (R11). */
public record Competence(String assessedBy, ProtectedText reasons) {}
