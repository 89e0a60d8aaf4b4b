/** The services that can be offered to a family. */
@NullMarked
package uk.earlyhelphub.api.directory;

import org.jspecify.annotations.NullMarked;
