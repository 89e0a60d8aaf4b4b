package uk.earlyhelphub.query.planted;

import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.personaldata.LoggedAccess;
import uk.earlyhelphub.personaldata.Vault;
import uk.earlyhelphub.query.audittrail.planted.PeekingAtAnotherProjection;

/** Planted: a rule must refuse it. */
public final class RevealingInAProjection {
    String reveal(Vault vault, LoggedAccess access, ProtectedText text) {
        return vault.reveal(access, text).orElse(PeekingAtAnotherProjection.NAME);
    }
}
