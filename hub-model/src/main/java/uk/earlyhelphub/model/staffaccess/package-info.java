/** The one pure fold from the events about a colleague's access to whether it has ended. */
@NullMarked
package uk.earlyhelphub.model.staffaccess;

import org.jspecify.annotations.NullMarked;
