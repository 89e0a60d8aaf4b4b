/** What is missing is asked back. */
@NullMarked
package uk.earlyhelphub.command.referral.clarify;

import org.jspecify.annotations.NullMarked;
