/** Data is shared where it is appropriate and legal, and asked back. */
@NullMarked
package uk.earlyhelphub.command.referral.share;

import org.jspecify.annotations.NullMarked;
