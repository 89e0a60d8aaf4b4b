/** How somebody's coming upon the record of a person close to them stands. */
@NullMarked
package uk.earlyhelphub.model.conflict;

import org.jspecify.annotations.NullMarked;
