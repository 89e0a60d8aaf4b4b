package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.Nullable;

/** One domain of need with a score from 1 (mild) to 5 (severe), or none if nobody scored it. */
public record Need(NeedDomain domain, @Nullable Integer score) {}
