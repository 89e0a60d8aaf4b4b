package uk.earlyhelphub.command.referral.discuss;

import java.util.List;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.metadata.Actor;
import uk.earlyhelphub.events.metadata.Role;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.platform.commands.Refused;

/** What must hold before the Hub may have a case. */
final class HubRules {
    private HubRules() {}

    static void requireConsent(DecisionContext now, ConsentPurpose purpose, List<PersonId> people) {
        for (var person : people) {
            if (!now.state().consents().allows(person, purpose, now.today())) {
                throw Refused.conflict(
                        "consent-not-in-force",
                        "There is no consent in force for this purpose, and no recorded gateway. Record consent, or have a manager decide with reasons.");
            }
            var consent = now.state().consents().latest(person, purpose);
            if (consent.isPresent()
                    && consent.get().restsOnParent()
                    && now.isAdult(person)
                    && now.state()
                            .consents()
                            .override(person, purpose, now.today())
                            .isEmpty()) {
                throw Refused.conflict(
                        "parents-consent-ended",
                        "The young person is 18: a parent's consent counts no more. Ask them (R12).");
            }
        }
    }

    static void requireHuman(Actor actor) {
        if (actor.role() == Role.SYSTEM) {
            throw Refused.conflict(
                    "human-decision-required", "A named person decides about a family, never a system (R38).");
        }
    }
}
