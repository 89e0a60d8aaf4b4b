/** Somebody of the family is added, with what is known of them. */
@NullMarked
package uk.earlyhelphub.command.referral.people;

import org.jspecify.annotations.NullMarked;
