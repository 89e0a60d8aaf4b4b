/** The HTTP connector: a request that is not received whole in time loses its connection, and never holds a thread. */
@NullMarked
package uk.earlyhelphub.platform.web.connection;

import org.jspecify.annotations.NullMarked;
