/** How a declaration about those close to somebody, or its removal, stands. */
@NullMarked
package uk.earlyhelphub.model.connection;

import org.jspecify.annotations.NullMarked;
