/** To whom those who work with the Hub say they are close, and having that forgotten. */
@NullMarked
package uk.earlyhelphub.command.connection;

import org.jspecify.annotations.NullMarked;
