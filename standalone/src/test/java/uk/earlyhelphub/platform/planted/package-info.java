@NullMarked
package uk.earlyhelphub.platform.planted;

import org.jspecify.annotations.NullMarked;
