/** What a Hub must be told of its own place before it can check what people send: lists that differ from one Hub to the next. */
@NullMarked
package uk.earlyhelphub.model.local;

import org.jspecify.annotations.NullMarked;
