/** What becomes of the keys under which personal data is sealed. */
@NullMarked
package uk.earlyhelphub.events.personkey;

import org.jspecify.annotations.NullMarked;
