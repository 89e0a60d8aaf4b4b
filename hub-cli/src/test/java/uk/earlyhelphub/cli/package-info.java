@NullMarked
package uk.earlyhelphub.cli;

import org.jspecify.annotations.NullMarked;
