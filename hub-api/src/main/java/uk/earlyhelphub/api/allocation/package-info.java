/** What the organisation of a provider was offered, and what it answered. */
@NullMarked
package uk.earlyhelphub.api.allocation;

import org.jspecify.annotations.NullMarked;
