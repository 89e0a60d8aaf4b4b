/** The envelope: who, in which role, for whom, and why. */
@NullMarked
package uk.earlyhelphub.events.metadata;

import org.jspecify.annotations.NullMarked;
