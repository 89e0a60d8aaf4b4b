@NullMarked
package uk.earlyhelphub.query.personsearch;

import org.jspecify.annotations.NullMarked;
