/** Opening one case in an emergency, and the Data Protection Officer's review of it. */
@NullMarked
package uk.earlyhelphub.command.emergency;

import org.jspecify.annotations.NullMarked;
