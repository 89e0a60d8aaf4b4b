/** Personal data that only the vault can reveal. */
@NullMarked
package uk.earlyhelphub.events.privacy;

import org.jspecify.annotations.NullMarked;
