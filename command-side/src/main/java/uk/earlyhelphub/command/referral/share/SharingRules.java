package uk.earlyhelphub.command.referral.share;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.command.referral.ReferralRule;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.kernel.Rule;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.Consents.Consent;

/** The rules of sharing, in the order in which they are checked. */
final class SharingRules {
    private SharingRules() {}

    /** The first rule that a sharing would break, or none. */
    static @Nullable Rule broken(ShareData sharing, DecisionContext now) {
        if (now.state().intake().arrival().excludedAgencies().contains(sharing.recipient())) {
            return SharingRule.FAMILY_EXCLUDED_RECIPIENT;
        }
        var special = sharing.categories().contains(InformationCategory.SPECIAL_CATEGORY);
        if (special && sharing.article9Condition() == null) {
            return SharingRule.ARTICLE_9_CONDITION_REQUIRED;
        }
        if (sharing.basis() == LawfulBasis.CONSENT) {
            if (special && sharing.article9Condition() != Article9Condition.EXPLICIT_CONSENT) {
                return SharingRule.ARTICLE_9_CONDITION_REQUIRED;
            }
            return consentBroken(sharing, now);
        }
        return overrideBroken(sharing, now);
    }

    /** The very consents that a sharing rests on; none if it rests on something else. */
    static List<ConsentId> consents(ShareData sharing, DecisionContext now) {
        return sharing.basis() != LawfulBasis.CONSENT
                ? List.of()
                : sharing.people().stream()
                        .flatMap(p -> coveringRecipient(p, sharing, now).stream())
                        .map(Consent::consentId)
                        .distinct()
                        .toList();
    }

    private static List<Consent> coveringRecipient(PersonId person, ShareData sharing, DecisionContext now) {
        return now.state().consents().covering(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today()).stream()
                .filter(c -> c.coversSharing(sharing.recipient(), Set.copyOf(sharing.categories()), now.today()))
                .toList();
    }

    private static @Nullable Rule consentBroken(ShareData sharing, DecisionContext now) {
        for (var person : sharing.people()) {
            var consents = now.state().consents();
            if (consents.outcome(person, ConsentPurpose.SHARE_WITH_AGENCIES) == Answers.Outcome.DISPUTED) {
                return ReferralRule.CONSENT_DISPUTED;
            }
            var covering = consents.covering(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today());
            if (covering.isEmpty()) {
                return ReferralRule.CONSENT_NOT_IN_FORCE;
            }
            if (now.coverageOf(now.state()).endedByAge(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today())) {
                return ReferralRule.PARENTS_CONSENT_ENDED;
            }
            if (covering.stream().noneMatch(c -> c.coversSharing(sharing.recipient(), Set.of(), now.today()))) {
                return SharingRule.CONSENT_NOT_COVERING_RECIPIENT;
            }
            if (coveringRecipient(person, sharing, now).isEmpty()) {
                return SharingRule.CONSENT_NOT_COVERING_CATEGORY;
            }
        }
        return null;
    }

    private static @Nullable Rule overrideBroken(ShareData sharing, DecisionContext now) {
        for (var person : sharing.people()) {
            var gateway = now.state().consents().override(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today());
            if (gateway.isEmpty()
                    || !gateway.get().overrideId().equals(sharing.override())
                    || !gateway.get().gateway().name().equals(sharing.basis().name())) {
                return SharingRule.GATEWAY_NOT_RECORDED;
            }
            if (!gateway.get().agencies().contains(sharing.recipient())) {
                return SharingRule.GATEWAY_NOT_COVERING_RECIPIENT;
            }
        }
        return null;
    }
}
