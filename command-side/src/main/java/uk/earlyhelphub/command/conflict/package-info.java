/** Coming upon the record of somebody close: giving a reason, and having it judged. */
@NullMarked
package uk.earlyhelphub.command.conflict;

import org.jspecify.annotations.NullMarked;
