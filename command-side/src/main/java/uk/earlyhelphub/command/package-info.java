/** What people may do. */
@NullMarked
package uk.earlyhelphub.command;

import org.jspecify.annotations.NullMarked;
