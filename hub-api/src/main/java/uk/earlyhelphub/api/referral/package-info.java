/** What can be done about one family's case, room by room. */
@NullMarked
package uk.earlyhelphub.api.referral;

import org.jspecify.annotations.NullMarked;
