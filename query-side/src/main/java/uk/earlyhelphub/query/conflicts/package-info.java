/** Who came upon the record of somebody they are close to? */
@NullMarked
package uk.earlyhelphub.query.conflicts;

import org.jspecify.annotations.NullMarked;
