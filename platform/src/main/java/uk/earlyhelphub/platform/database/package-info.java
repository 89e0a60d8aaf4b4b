/** The databases and who may do what in them. */
@NullMarked
package uk.earlyhelphub.platform.database;

import org.jspecify.annotations.NullMarked;
