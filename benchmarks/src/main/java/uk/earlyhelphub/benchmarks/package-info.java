/** Measures the engine as ratios to a limit taken in the same run. */
@NullMarked
package uk.earlyhelphub.benchmarks;

import org.jspecify.annotations.NullMarked;
