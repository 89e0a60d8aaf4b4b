package uk.earlyhelphub.events.referral;

import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * The assessment of whether somebody understands what is asked of them: by whom, and why; never age alone (R11). With a child's own
 * answer it says that they do; with a parent's answer for somebody of 16 or 17 it says that they do not.
 */
public record Competence(String assessedBy, ProtectedText reasons) {}
