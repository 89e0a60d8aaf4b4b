/** Opening the record of somebody close, with a reason, and how that is judged. */
@NullMarked
package uk.earlyhelphub.api.conflict;

import org.jspecify.annotations.NullMarked;
