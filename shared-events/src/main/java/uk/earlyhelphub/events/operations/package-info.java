/** What is done to keep the Hub running, as far as it must be accounted for. Never about a family. */
@NullMarked
package uk.earlyhelphub.events.operations;

import org.jspecify.annotations.NullMarked;
