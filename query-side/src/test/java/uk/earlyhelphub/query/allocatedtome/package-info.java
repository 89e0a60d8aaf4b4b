@NullMarked
package uk.earlyhelphub.query.allocatedtome;

import org.jspecify.annotations.NullMarked;
