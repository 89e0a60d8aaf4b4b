/** What every operation has in common: headers, the answer to a command, problems and the version of the API. */
@NullMarked
package uk.earlyhelphub.api;

import org.jspecify.annotations.NullMarked;
