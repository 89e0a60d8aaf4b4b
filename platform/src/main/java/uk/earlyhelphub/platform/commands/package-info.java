/** How a command travels from its sender to its one effect. */
@NullMarked
package uk.earlyhelphub.platform.commands;

import org.jspecify.annotations.NullMarked;
