/** The privacy notice is given. */
@NullMarked
package uk.earlyhelphub.command.referral.notice;

import org.jspecify.annotations.NullMarked;
