/** How fast sinks write. */
package io.hostpulse.benchmarks.sinks;
