/** One case, as each of its readers sees it, now and then. */
@NullMarked
package uk.earlyhelphub.api.casefile;

import org.jspecify.annotations.NullMarked;
