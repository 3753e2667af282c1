package io.hostpulse.common.queue;

import java.nio.file.Path;

/**
 * One file of a queue.
 *
 * @param path where it lies
 * @param cycle its number; a later file has a higher one
 * @param end when it stops being written, epoch nanoseconds: its last record was appended before
 * @param bytes its length, at most one block of 1 MiB above what it really takes
 */
record RollFile(Path path, int cycle, long end, long bytes) {}
