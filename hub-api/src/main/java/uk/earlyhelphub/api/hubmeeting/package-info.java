/** Calling and running Hub meetings, and reading of them. */
@NullMarked
package uk.earlyhelphub.api.hubmeeting;

import org.jspecify.annotations.NullMarked;
