@NullMarked
package uk.earlyhelphub.platform.web.connection;

import org.jspecify.annotations.NullMarked;
