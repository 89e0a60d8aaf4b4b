package uk.earlyhelphub.command.referral.link;

import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.PersonLinked;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/**
 * Recognise somebody as a person the Hub already knows: one whom a search has shown to the sender, so that nobody learns of a
 * stranger by saying that they are the same.
 *
 * @param searchId the search that has shown them
 */
public record LinkPerson(
        ReferralId referralId, PersonId personId, PersonId samePersonAs, ProtectedText reason, String searchId)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        now.requirePerson(personId, "personId");
        if (personId.equals(samePersonAs)) {
            throw Refused.by(LinkRule.SAME_RECORD, "samePersonAs", "This is the same record, not another one.");
        }
        if (!now.state().household().has(samePersonAs)
                && !now.requireSearch(searchId).found().contains(samePersonAs)) {
            throw Refused.by(
                    LinkRule.NOT_FOUND_BY_SEARCH, "samePersonAs", "Your search has not shown a person by this id.");
        }
        return Decision.of(new PersonLinked(referralId, personId, samePersonAs, reason));
    }
}
