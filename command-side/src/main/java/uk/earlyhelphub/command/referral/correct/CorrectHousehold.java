package uk.earlyhelphub.command.referral.correct;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.command.referral.receive.ReceivingRule;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Answer;
import uk.earlyhelphub.events.referral.Capacity;
import uk.earlyhelphub.events.referral.HouseholdCorrected;
import uk.earlyhelphub.events.referral.Relationship;
import uk.earlyhelphub.model.referral.Consents.Standing;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Put right, or record once it is known, whether somebody lives in the household and how they stand to somebody else in it. Parental
 * responsibility is not taken off the record from under a consent that rests on it.
 */
public record CorrectHousehold(
        ReferralId referralId,
        PersonId personId,
        @Nullable Boolean inHousehold,
        @Nullable Relationship relationship,
        ProtectedText reason)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        var person = now.state().household().person(personId).orElseThrow();
        var membership = Objects.equals(inHousehold, person.inHousehold()) ? null : inHousehold;
        var tie = relationship == null || person.relationships().contains(relationship) ? null : relationship;
        if (membership == null && tie == null) {
            throw Refused.by(CorrectionRule.NOTHING_CORRECTED, "This is what is on record already.");
        }
        if (tie != null) {
            requireTie(tie, now);
        }
        return Decision.of(new HouseholdCorrected(referralId, personId, membership, tie, reason));
    }

    private void requireTie(Relationship tie, DecisionContext now) {
        now.requirePerson(tie.to(), "relationship.to");
        if (tie.to().equals(personId)) {
            throw Refused.by(
                    ReceivingRule.RELATIONSHIP_TO_ONESELF,
                    "relationship.to",
                    "A relationship is with somebody else; nobody is their own parent.");
        }
        if (tie.parentalResponsibility() != Answer.YES && consentRestsOn(tie, now)) {
            throw Refused.by(
                    CorrectionRule.CONSENT_RESTS_ON_IT,
                    "relationship.parentalResponsibility",
                    "A consent in force rests on this parental responsibility.");
        }
    }

    private boolean consentRestsOn(Relationship tie, DecisionContext now) {
        return now.state().consents().asked().stream()
                .filter(c -> c.standing() == Standing.GIVEN && c.personId().equals(tie.to()))
                .map(c -> Objects.requireNonNull(c.given()))
                .anyMatch(g -> g.givenBy().equals(personId) && g.capacity() == Capacity.PARENTAL_RESPONSIBILITY);
    }
}
