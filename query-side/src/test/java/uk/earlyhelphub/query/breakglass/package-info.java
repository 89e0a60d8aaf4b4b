@NullMarked
package uk.earlyhelphub.query.breakglass;

import org.jspecify.annotations.NullMarked;
