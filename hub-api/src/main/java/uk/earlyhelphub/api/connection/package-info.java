/** To whom those who work with the Hub say they are close. */
@NullMarked
package uk.earlyhelphub.api.connection;

import org.jspecify.annotations.NullMarked;
