/** The directory of services that families can be offered. */
@NullMarked
package uk.earlyhelphub.events.serviceoffer;

import org.jspecify.annotations.NullMarked;
