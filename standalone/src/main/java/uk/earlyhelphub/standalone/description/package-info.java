/** How the API describes itself: made from its interfaces, and kept in {@code docs/openapi.json}. */
@NullMarked
package uk.earlyhelphub.standalone.description;

import org.jspecify.annotations.NullMarked;
