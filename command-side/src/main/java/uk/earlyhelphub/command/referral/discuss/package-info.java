/** The weekly Hub meeting discusses and decides. */
@NullMarked
package uk.earlyhelphub.command.referral.discuss;

import org.jspecify.annotations.NullMarked;
