/** Searching for people before somebody new is recorded. */
@NullMarked
package uk.earlyhelphub.api.search;

import org.jspecify.annotations.NullMarked;
