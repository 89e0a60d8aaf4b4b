package uk.earlyhelphub.command.referral.share;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralCommand;
import uk.earlyhelphub.events.ids.OverrideId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.ids.ReferralId;
import uk.earlyhelphub.events.ids.SharingId;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.privacy.ProtectedText;
import uk.earlyhelphub.events.referral.Agency;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.DataShared;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.events.referral.SharingChannel;
import uk.earlyhelphub.events.referral.SharingPurpose;
import uk.earlyhelphub.events.referral.SharingRefused;
import uk.earlyhelphub.model.rules.CommonRule;
import uk.earlyhelphub.platform.commands.Decision;
import uk.earlyhelphub.platform.commands.Refused;

/** Share data with a partner agency or the commissioner. If a rule forbids it, the refusal is recorded. */
public record ShareData(
        ReferralId referralId,
        SharingId sharingId,
        Agency recipient,
        PersonId recipientPerson,
        ProtectedText recipientName,
        List<PersonId> people,
        List<InformationCategory> categories,
        List<String> fields,
        SharingPurpose purpose,
        LawfulBasis basis,
        @Nullable OverrideId override,
        @Nullable Article9Condition article9Condition,
        ProtectedText necessity,
        ProtectedText proportionality,
        SharingChannel channel,
        boolean familyTold,
        @Nullable ProtectedText familyNotToldReason,
        LocalDate accessUntil)
        implements ReferralCommand {
    @Override
    public Decision decide(DecisionContext now) {
        people.forEach(p -> now.requirePerson(p, "people"));
        now.requireAhead(accessUntil, "accessUntil");
        if (!familyTold && familyNotToldReason == null) {
            throw Refused.by(
                    CommonRule.REASON_REQUIRED, "familyNotToldReason", "Say why the family was not told (R14).");
        }
        var broken = SharingRules.broken(this, now);
        return Decision.of(broken == null ? shared(now) : refused(now, broken));
    }

    private DataShared shared(DecisionContext now) {
        return new DataShared(
                referralId,
                sharingId,
                recipient,
                recipientPerson,
                recipientName,
                people,
                categories,
                fields,
                purpose,
                basis,
                SharingRules.consents(this, now),
                override,
                article9Condition,
                necessity,
                proportionality,
                channel,
                familyTold,
                familyNotToldReason,
                now.today(),
                accessUntil);
    }

    private SharingRefused refused(DecisionContext now, Rule rule) {
        return new SharingRefused(
                referralId, sharingId, recipient, people, categories, purpose, basis, rule.code(), now.today());
    }
}
