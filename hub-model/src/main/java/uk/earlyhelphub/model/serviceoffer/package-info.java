/** The one pure fold from a service's events to its place in the directory. */
@NullMarked
package uk.earlyhelphub.model.serviceoffer;

import org.jspecify.annotations.NullMarked;
