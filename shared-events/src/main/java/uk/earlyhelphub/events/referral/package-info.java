/** One referral, from arrival to closure. */
@NullMarked
package uk.earlyhelphub.events.referral;

import org.jspecify.annotations.NullMarked;
