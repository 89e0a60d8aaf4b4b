@NullMarked
package uk.earlyhelphub.command.referral.planted;

import org.jspecify.annotations.NullMarked;
