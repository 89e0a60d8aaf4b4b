/** The meetings of the Hub and their agendas. */
@NullMarked
package uk.earlyhelphub.api.agenda;

import org.jspecify.annotations.NullMarked;
