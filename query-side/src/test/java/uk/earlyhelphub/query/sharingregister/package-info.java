@NullMarked
package uk.earlyhelphub.query.sharingregister;

import org.jspecify.annotations.NullMarked;
