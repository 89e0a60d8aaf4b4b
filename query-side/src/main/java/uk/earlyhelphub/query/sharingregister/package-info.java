/** Who received what, under which basis? */
@NullMarked
package uk.earlyhelphub.query.sharingregister;

import org.jspecify.annotations.NullMarked;
