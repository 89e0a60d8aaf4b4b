/** What people may read. */
@NullMarked
package uk.earlyhelphub.query;

import org.jspecify.annotations.NullMarked;
