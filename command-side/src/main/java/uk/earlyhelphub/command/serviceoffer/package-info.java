/** Keeping the directory of services. */
@NullMarked
package uk.earlyhelphub.command.serviceoffer;

import org.jspecify.annotations.NullMarked;
