/** Ending and restoring a colleague's access. */
@NullMarked
package uk.earlyhelphub.api.staffaccess;

import org.jspecify.annotations.NullMarked;
