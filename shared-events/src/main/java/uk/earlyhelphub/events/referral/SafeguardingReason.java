package uk.earlyhelphub.events.referral;

/** Why consent was not relied on where special category data is shared to safeguard (DPA 2018 Sch 1 para 18, R16). */
public enum SafeguardingReason {
    CONSENT_CANNOT_BE_GIVEN,
    CONSENT_CANNOT_REASONABLY_BE_OBTAINED,
    CONSENT_WOULD_PREJUDICE_PROTECTION
}
