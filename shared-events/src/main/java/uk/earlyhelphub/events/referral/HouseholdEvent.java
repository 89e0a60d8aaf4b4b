package uk.earlyhelphub.events.referral;

/** The people of a referral, and what is recorded about them. */
public sealed interface HouseholdEvent extends ReferralEvent
        permits DetailsCorrected,
                HouseholdCorrected,
                InformationRecorded,
                PersonAdded,
                PersonLinked,
                PersonUnlinked,
                PrivacyNoticeGiven {}
