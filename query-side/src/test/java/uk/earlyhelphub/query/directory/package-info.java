@NullMarked
package uk.earlyhelphub.query.directory;

import org.jspecify.annotations.NullMarked;
