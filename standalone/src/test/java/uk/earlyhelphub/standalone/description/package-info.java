/** The contract is whole: every operation says what it does, and every body has an example. */
@NullMarked
package uk.earlyhelphub.standalone.description;

import org.jspecify.annotations.NullMarked;
