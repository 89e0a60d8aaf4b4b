/** Is what people are shown what the history says, and can it be made again? */
@NullMarked
package uk.earlyhelphub.query.replay;

import org.jspecify.annotations.NullMarked;
