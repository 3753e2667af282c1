/** How large the history is and how fast it answers, with snapshots of a real machine replayed over days. */
package io.hostpulse.benchmarks.history;
