package io.hostpulse.client.message;

import java.time.Instant;
import java.util.Optional;

/**
 * Which record of a stream a message shows.
 *
 * @param sequence its number; a stream's numbers have no holes
 * @param timestamp when it was sampled
 * @param isStale whether the stream is late; empty in what is sent again
 */
public record StreamState(long sequence, Instant timestamp, Optional<Boolean> isStale) {}
