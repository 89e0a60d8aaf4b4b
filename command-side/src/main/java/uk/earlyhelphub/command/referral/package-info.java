/** The referral: what may be done to it, and by whom. */
@NullMarked
package uk.earlyhelphub.command.referral;

import org.jspecify.annotations.NullMarked;
