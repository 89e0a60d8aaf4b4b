/** What somebody opened in emergencies, and whether they may open another case. */
@NullMarked
package uk.earlyhelphub.model.emergency;

import org.jspecify.annotations.NullMarked;
