/** The little that an older Java can read, so that it can say which one is needed. */
@NullMarked
package uk.earlyhelphub.olderjava;

import org.jspecify.annotations.NullMarked;
