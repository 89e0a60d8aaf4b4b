/** The one pure fold from a Hub meeting's events to its state. */
@NullMarked
package uk.earlyhelphub.model.hubmeeting;

import org.jspecify.annotations.NullMarked;
