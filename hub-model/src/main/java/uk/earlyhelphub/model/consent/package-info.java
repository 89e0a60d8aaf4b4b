/** What consent, or a recorded gateway, covers: asked in one place by everybody who must know. */
@NullMarked
package uk.earlyhelphub.model.consent;

import org.jspecify.annotations.NullMarked;
