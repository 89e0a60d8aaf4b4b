/** What was shared with whom, for those who answer for it and for its recipients. */
@NullMarked
package uk.earlyhelphub.api.sharing;

import org.jspecify.annotations.NullMarked;
