/** The ids by which events name what they are about. */
@NullMarked
package uk.earlyhelphub.events.ids;

import org.jspecify.annotations.NullMarked;
