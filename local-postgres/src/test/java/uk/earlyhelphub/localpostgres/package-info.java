@NullMarked
package uk.earlyhelphub.localpostgres;

import org.jspecify.annotations.NullMarked;
