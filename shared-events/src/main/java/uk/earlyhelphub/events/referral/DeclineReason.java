package uk.earlyhelphub.events.referral;

/** Why a provider could not take an allocation up. */
public enum DeclineReason {
    NO_CAPACITY,
    NOT_ELIGIBLE,
    OUT_OF_AREA,
    NOT_SAFE_TO_DELIVER,
    FAMILY_UNREACHABLE,
    OTHER
}
