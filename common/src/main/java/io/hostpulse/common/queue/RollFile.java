package io.hostpulse.common.queue;

import java.nio.file.Path;

/**
 * One file of a queue.
 *
 * @param cycle the number of its roll cycle since 1970; later files have larger ones
 * @param path where it lies
 */
record RollFile(int cycle, Path path) {}
