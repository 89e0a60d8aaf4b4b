/** The weekly Hub meeting. */
@NullMarked
package uk.earlyhelphub.events.hubmeeting;

import org.jspecify.annotations.NullMarked;
