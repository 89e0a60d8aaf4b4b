/** What happened, and who looked. */
@NullMarked
package uk.earlyhelphub.api.trail;

import org.jspecify.annotations.NullMarked;
