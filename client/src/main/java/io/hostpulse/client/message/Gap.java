package io.hostpulse.client.message;

import java.time.Instant;

/**
 * Records of a stream that will never come.
 *
 * @param stream the stream
 * @param first number of the first one
 * @param last number of the last one
 * @param count how many
 * @param reason why, for people
 * @param timestamp when it was noticed
 * @param isReplayed whether it was found among what is sent again
 */
public record Gap(
        String stream, long first, long last, long count, String reason, Instant timestamp, boolean isReplayed)
        implements Message {}
