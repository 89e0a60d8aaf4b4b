/** A referral arrives, and what is known of the family is written down. */
@NullMarked
package uk.earlyhelphub.command.referral.receive;

import org.jspecify.annotations.NullMarked;
