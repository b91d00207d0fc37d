/** Benchmarks: absolute figures with machine and load, medians of interleaved rounds. Tests assert only ratios. */
@NullMarked
package plugwright.main.bench;

import org.jspecify.annotations.NullMarked;
