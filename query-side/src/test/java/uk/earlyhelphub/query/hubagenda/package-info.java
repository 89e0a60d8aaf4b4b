@NullMarked
package uk.earlyhelphub.query.hubagenda;

import org.jspecify.annotations.NullMarked;
