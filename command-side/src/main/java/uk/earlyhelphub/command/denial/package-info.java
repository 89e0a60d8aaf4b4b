/** What whoever may not open a case is told when they act in person. */
@NullMarked
package uk.earlyhelphub.command.denial;

import org.jspecify.annotations.NullMarked;
