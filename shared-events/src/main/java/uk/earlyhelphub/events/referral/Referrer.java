package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/**
 * Who made a referral; whether the family may learn who it was is the referrer's choice. For whom they work tells as much as their
 * name, and is sealed like it.
 *
 * @param organisationInTheClear as it was written until it was sealed; none since
 */
public record Referrer(
        PersonId personId,
        ReferrerKind kind,
        @Nullable ProtectedText name,
        @Nullable ProtectedText contact,
        @Nullable ProtectedText organisation,
        @Nullable String organisationInTheClear,
        boolean anonymousToFamily) {}
