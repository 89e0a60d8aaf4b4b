/** Can it be proved that what is recorded is what happened, and nothing was altered? */
@NullMarked
package uk.earlyhelphub.query.proof;

import org.jspecify.annotations.NullMarked;
