/** Consent is asked, given, refused, withdrawn, reviewed or lawfully overridden. */
@NullMarked
package uk.earlyhelphub.command.referral.consent;

import org.jspecify.annotations.NullMarked;
