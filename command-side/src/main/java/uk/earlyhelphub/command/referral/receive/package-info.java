/** A referral arrives with its household. */
@NullMarked
package uk.earlyhelphub.command.referral.receive;

import org.jspecify.annotations.NullMarked;
