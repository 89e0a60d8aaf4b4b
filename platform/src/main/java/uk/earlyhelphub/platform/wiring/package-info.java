/** How Spring puts the platform together. */
@NullMarked
package uk.earlyhelphub.platform.wiring;

import org.jspecify.annotations.NullMarked;
