/** What is the state of this case? */
@NullMarked
package uk.earlyhelphub.query.casefile;

import org.jspecify.annotations.NullMarked;
