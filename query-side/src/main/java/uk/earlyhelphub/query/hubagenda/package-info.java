/** What does the Hub discuss this week? */
@NullMarked
package uk.earlyhelphub.query.hubagenda;

import org.jspecify.annotations.NullMarked;
