/** What happens to a referral because a day has come, and nobody has to remember it. */
@NullMarked
package uk.earlyhelphub.command.referral.deadline;

import org.jspecify.annotations.NullMarked;
