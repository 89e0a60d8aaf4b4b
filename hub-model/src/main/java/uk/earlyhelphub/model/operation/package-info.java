/** How what is done to keep the Hub running stands: replays, and retries of what a read model could not take. */
@NullMarked
package uk.earlyhelphub.model.operation;

import org.jspecify.annotations.NullMarked;
