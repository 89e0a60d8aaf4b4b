/** The one rule for every look: who may see what of a case, now or at any instant before. */
@NullMarked
package uk.earlyhelphub.model.access;

import org.jspecify.annotations.NullMarked;
