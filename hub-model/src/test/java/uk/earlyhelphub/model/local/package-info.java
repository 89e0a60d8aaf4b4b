@NullMarked
package uk.earlyhelphub.model.local;

import org.jspecify.annotations.NullMarked;
