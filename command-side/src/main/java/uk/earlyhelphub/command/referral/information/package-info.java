/** What is known of a person is written down under its category. */
@NullMarked
package uk.earlyhelphub.command.referral.information;

import org.jspecify.annotations.NullMarked;
