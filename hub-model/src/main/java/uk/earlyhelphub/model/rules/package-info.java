/** Rules that intentions of several streams share, on either side. */
@NullMarked
package uk.earlyhelphub.model.rules;

import org.jspecify.annotations.NullMarked;
