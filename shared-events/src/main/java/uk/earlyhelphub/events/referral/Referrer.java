package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;
import uk.earlyhelphub.events.ids.PersonId;
import uk.earlyhelphub.events.privacy.ProtectedText;

/** Who made a referral; whether the family may learn who it was is the referrer's choice. */
public record Referrer(
        PersonId personId,
        ReferrerKind kind,
        @Nullable ProtectedText name,
        @Nullable ProtectedText contact,
        @Nullable String organisation,
        boolean anonymousToFamily) {}
