/** Joins the streams, their commands and the bus. */
@NullMarked
package uk.earlyhelphub.command.handling;

import org.jspecify.annotations.NullMarked;
