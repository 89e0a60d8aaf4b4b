package uk.earlyhelphub.command.referral.share;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.command.referral.DecisionContext;
import uk.earlyhelphub.events.ids.ConsentId;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.InformationCategory;
import uk.earlyhelphub.events.referral.Article9Condition;
import uk.earlyhelphub.events.referral.ConsentPurpose;
import uk.earlyhelphub.events.referral.LawfulBasis;
import uk.earlyhelphub.model.referral.Answers;
import uk.earlyhelphub.model.referral.Consents.Consent;

/** The rules of sharing, in the order in which they are checked; each has a code that the refusal names. */
final class SharingRules {
    private SharingRules() {}

    /** The first rule that a sharing would break, or none. */
    static @Nullable String broken(ShareData sharing, DecisionContext now) {
        if (now.state().intake().arrival().excludedAgencies().contains(sharing.recipient())) {
            return "family-excluded-recipient";
        }
        var special = sharing.categories().contains(InformationCategory.SPECIAL_CATEGORY);
        if (special && sharing.article9Condition() == null) {
            return "article-9-condition-required";
        }
        if (sharing.basis() == LawfulBasis.CONSENT) {
            if (special && sharing.article9Condition() != Article9Condition.EXPLICIT_CONSENT) {
                return "article-9-condition-required";
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

    private static @Nullable String consentBroken(ShareData sharing, DecisionContext now) {
        for (var person : sharing.people()) {
            var consents = now.state().consents();
            if (consents.outcome(person, ConsentPurpose.SHARE_WITH_AGENCIES) == Answers.Outcome.DISPUTED) {
                return "consent-disputed";
            }
            var covering = consents.covering(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today());
            if (covering.isEmpty()) {
                return "consent-not-in-force";
            }
            if (now.coverageOf(now.state()).endedByAge(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today())) {
                return "parents-consent-ended";
            }
            if (covering.stream().noneMatch(c -> c.coversSharing(sharing.recipient(), Set.of(), now.today()))) {
                return "consent-not-covering-recipient";
            }
            if (coveringRecipient(person, sharing, now).isEmpty()) {
                return "consent-not-covering-category";
            }
        }
        return null;
    }

    private static @Nullable String overrideBroken(ShareData sharing, DecisionContext now) {
        for (var person : sharing.people()) {
            var gateway = now.state().consents().override(person, ConsentPurpose.SHARE_WITH_AGENCIES, now.today());
            if (gateway.isEmpty()
                    || !gateway.get().overrideId().equals(sharing.override())
                    || !gateway.get().gateway().name().equals(sharing.basis().name())) {
                return "gateway-not-recorded";
            }
            if (!gateway.get().agencies().contains(sharing.recipient())) {
                return "gateway-not-covering-recipient";
            }
        }
        return null;
    }
}
