@NullMarked
package uk.earlyhelphub.model.referral;

import org.jspecify.annotations.NullMarked;
