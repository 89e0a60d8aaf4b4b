/** Checks on what people type into forms. */
@NullMarked
package uk.earlyhelphub.command.forms;

import org.jspecify.annotations.NullMarked;
