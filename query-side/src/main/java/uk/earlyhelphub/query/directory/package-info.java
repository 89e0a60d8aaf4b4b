/** Which services can a family be offered? */
@NullMarked
package uk.earlyhelphub.query.directory;

import org.jspecify.annotations.NullMarked;
