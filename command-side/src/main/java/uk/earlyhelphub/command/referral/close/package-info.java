/** The referrer is told, and the referral is closed or reopened. */
@NullMarked
package uk.earlyhelphub.command.referral.close;

import org.jspecify.annotations.NullMarked;
