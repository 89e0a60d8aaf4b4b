/** Who did what, when and why? */
@NullMarked
package uk.earlyhelphub.query.audittrail;

import org.jspecify.annotations.NullMarked;
