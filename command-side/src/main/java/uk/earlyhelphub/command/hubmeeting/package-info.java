/** Calling and running the weekly Hub meeting. */
@NullMarked
package uk.earlyhelphub.command.hubmeeting;

import org.jspecify.annotations.NullMarked;
