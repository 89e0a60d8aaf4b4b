/** What accounts for one decision of the Hub meeting, gathered for whoever investigates or complains. */
@NullMarked
package uk.earlyhelphub.api.pack;

import org.jspecify.annotations.NullMarked;
