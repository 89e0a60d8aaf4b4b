/** Making what people are shown again from the history. */
@NullMarked
package uk.earlyhelphub.api.replay;

import org.jspecify.annotations.NullMarked;
