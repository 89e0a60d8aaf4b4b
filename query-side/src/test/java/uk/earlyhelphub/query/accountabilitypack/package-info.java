@NullMarked
package uk.earlyhelphub.query.accountabilitypack;

import org.jspecify.annotations.NullMarked;
