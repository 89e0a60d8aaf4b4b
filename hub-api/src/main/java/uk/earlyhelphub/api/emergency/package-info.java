/** Opening one case in an emergency, and how that is judged afterwards. */
@NullMarked
package uk.earlyhelphub.api.emergency;

import org.jspecify.annotations.NullMarked;
