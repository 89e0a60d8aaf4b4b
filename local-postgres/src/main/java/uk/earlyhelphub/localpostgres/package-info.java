/** A real PostgreSQL that needs no installing: durable for evaluation, throw-away for tests. */
@NullMarked
package uk.earlyhelphub.localpostgres;

import org.jspecify.annotations.NullMarked;
