/** Handing up to social care, and back. */
@NullMarked
package uk.earlyhelphub.command.referral.stepup;

import org.jspecify.annotations.NullMarked;
