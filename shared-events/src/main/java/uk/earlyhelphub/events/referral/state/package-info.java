/** The one pure fold from a referral's events to its state. */
@NullMarked
package uk.earlyhelphub.events.referral.state;

import org.jspecify.annotations.NullMarked;
