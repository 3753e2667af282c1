package io.hostpulse.common.queue;

import java.nio.file.Path;

/**
 * A consumer that has a cursor in a stream, whether it runs or not.
 *
 * @param consumer its name
 * @param file its cursor
 * @param position the last record it is done with
 * @param moved when it last moved, epoch nanoseconds, as far as its file tells
 */
record Registration(String consumer, Path file, Position position, long moved) {}
