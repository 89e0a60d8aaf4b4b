@NullMarked
package uk.earlyhelphub.platform.ids;

import org.jspecify.annotations.NullMarked;
