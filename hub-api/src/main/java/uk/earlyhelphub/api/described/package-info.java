/** What an operation says about itself beyond its signature; the description of the API is made from both. */
@NullMarked
package uk.earlyhelphub.api.described;

import org.jspecify.annotations.NullMarked;
