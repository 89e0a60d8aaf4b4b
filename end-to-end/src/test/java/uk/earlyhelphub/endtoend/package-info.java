/** Journeys through the real HTTP API of a running Hub. */
@NullMarked
package uk.earlyhelphub.endtoend;

import org.jspecify.annotations.NullMarked;
