/** Processes: the largest by processor and memory, counts by state, zombies, and whether those that should run do. */
package io.hostpulse.collector.source.process;
