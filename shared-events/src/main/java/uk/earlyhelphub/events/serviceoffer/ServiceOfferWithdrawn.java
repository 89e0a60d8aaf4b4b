package uk.earlyhelphub.events.serviceoffer;

import java.time.LocalDate;
import uk.earlyhelphub.events.ids.OfferId;

/** A service left the directory; families already allocated keep their place. */
public record ServiceOfferWithdrawn(OfferId offerId, String reason, LocalDate withdrawnOn)
        implements ServiceOfferEvent {}
