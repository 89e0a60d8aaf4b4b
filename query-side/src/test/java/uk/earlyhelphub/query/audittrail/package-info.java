@NullMarked
package uk.earlyhelphub.query.audittrail;

import org.jspecify.annotations.NullMarked;
