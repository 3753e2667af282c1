package io.hostpulse.console.tail;

import java.util.Optional;

/**
 * What is to be read.
 *
 * @param stream the stream's name, as it was typed
 * @param last how many of the newest records to begin with
 * @param since where to begin instead, epoch nanoseconds
 * @param follow whether to go on when the end is reached
 */
public record TailRequest(String stream, int last, Optional<Long> since, boolean follow) {}
