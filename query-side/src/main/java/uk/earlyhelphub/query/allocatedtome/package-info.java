/** What was the organisation of a provider offered, and what did it answer? */
@NullMarked
package uk.earlyhelphub.query.allocatedtome;

import org.jspecify.annotations.NullMarked;
