/** A level of need is set. */
@NullMarked
package uk.earlyhelphub.command.referral.triage;

import org.jspecify.annotations.NullMarked;
