/** What happened, in the notice's own words: the contract between everything that writes and everything that reads. */
@NullMarked
package uk.earlyhelphub.events;

import org.jspecify.annotations.NullMarked;
