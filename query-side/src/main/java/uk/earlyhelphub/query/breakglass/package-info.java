/** Opening a case in an emergency, and answering for it afterwards. */
@NullMarked
package uk.earlyhelphub.query.breakglass;

import org.jspecify.annotations.NullMarked;
