/** The whole product in one process. Configuration only. */
@NullMarked
package uk.earlyhelphub.standalone;

import org.jspecify.annotations.NullMarked;
