/** What was decided, by whom, seeing what, under which consent, and who has looked since? */
@NullMarked
package uk.earlyhelphub.query.accountabilitypack;

import org.jspecify.annotations.NullMarked;
