/** The one pure fold from a referral's events to its state. */
@NullMarked
package uk.earlyhelphub.model.referral;

import org.jspecify.annotations.NullMarked;
