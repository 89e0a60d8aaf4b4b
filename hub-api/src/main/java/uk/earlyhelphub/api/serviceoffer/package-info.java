/** The directory of services. */
@NullMarked
package uk.earlyhelphub.api.serviceoffer;

import org.jspecify.annotations.NullMarked;
