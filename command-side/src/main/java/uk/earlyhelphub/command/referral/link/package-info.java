/** Two records are recognised as one person's, and told apart again. */
@NullMarked
package uk.earlyhelphub.command.referral.link;

import org.jspecify.annotations.NullMarked;
