/** Read models that keep a referral's folded state. */
@NullMarked
package uk.earlyhelphub.query.fold;

import org.jspecify.annotations.NullMarked;
