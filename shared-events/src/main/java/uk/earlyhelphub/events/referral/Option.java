package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;

/** One way forward that the Hub meeting weighed. */
public record Option(HubDecision decision, @Nullable String offerId) {}
