package io.hostpulse.common.queue;

import io.hostpulse.common.model.StreamName;

/**
 * Records that were removed before a consumer had read them, because their stream had reached its hard limit.
 *
 * @param time when they were removed, epoch nanoseconds
 * @param stream their stream
 * @param file the newest of the files that were removed, by name
 * @param consumer who will never get them
 * @param lost which ones
 */
public record Overrun(long time, StreamName stream, String file, String consumer, Gap lost) {}
