/** The typed client of the Hub, made from its contract. */
@NullMarked
package uk.earlyhelphub.client;

import org.jspecify.annotations.NullMarked;
