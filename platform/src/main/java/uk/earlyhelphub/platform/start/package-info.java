/** Why a process does not start, told to whoever runs it. */
@NullMarked
package uk.earlyhelphub.platform.start;

import org.jspecify.annotations.NullMarked;
