@NullMarked
package uk.earlyhelphub.platform.database;

import org.jspecify.annotations.NullMarked;
