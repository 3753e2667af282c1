package io.hostpulse.collector.source.pipeline;

/**
 * The memory of one process over a short time, usually a minute.
 *
 * @param time its middle, in nanoseconds of a clock that never goes back
 * @param average mean resident memory, in bytes
 * @param min the least
 * @param max the most
 * @param leastHeap the least of the heap that was in use: what garbage collection left; -1 when the process does not tell
 */
record Point(long time, double average, long min, long max, long leastHeap) {}
