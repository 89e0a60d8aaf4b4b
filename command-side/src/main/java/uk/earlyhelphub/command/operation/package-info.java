/** What people do to keep the Hub running: replays of what is shown, and what could not be brought up to date. */
@NullMarked
package uk.earlyhelphub.command.operation;

import org.jspecify.annotations.NullMarked;
