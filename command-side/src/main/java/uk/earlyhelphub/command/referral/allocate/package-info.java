/** A service is allocated, taken up, started and ended. */
@NullMarked
package uk.earlyhelphub.command.referral.allocate;

import org.jspecify.annotations.NullMarked;
