@NullMarked
package uk.earlyhelphub.olderjava;

import org.jspecify.annotations.NullMarked;
