@NullMarked
package uk.earlyhelphub.query.worklist;

import org.jspecify.annotations.NullMarked;
