/** Ending and restoring a colleague's access at once, without waiting for their token to expire. */
@NullMarked
package uk.earlyhelphub.command.staffaccess;

import org.jspecify.annotations.NullMarked;
