/** A detail is put right. */
@NullMarked
package uk.earlyhelphub.command.referral.correct;

import org.jspecify.annotations.NullMarked;
