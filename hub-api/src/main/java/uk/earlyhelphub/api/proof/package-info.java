/** Proof that the history was not altered. */
@NullMarked
package uk.earlyhelphub.api.proof;

import org.jspecify.annotations.NullMarked;
