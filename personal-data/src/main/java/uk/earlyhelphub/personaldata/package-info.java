/** The vault: seals, reveals and forgets personal data, one key for each person. */
@NullMarked
package uk.earlyhelphub.personaldata;

import org.jspecify.annotations.NullMarked;
