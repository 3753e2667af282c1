package io.hostpulse.common.queue;

import java.time.Duration;

/**
 * How much of a stream is kept. Files are removed as a whole, oldest first, and never the one that is being written.
 *
 * @param maxAge a file goes when everything in it is older and every consumer has passed it
 * @param maxBytes above this the oldest files go, also those that a consumer still needs
 * @param maxTotalBytes above this, over all streams, a stream that takes more than its fair share gives up its oldest files
 * @param cursorExpiry a consumer that has not moved for so long holds nothing back any more
 */
public record RetentionLimits(Duration maxAge, long maxBytes, long maxTotalBytes, Duration cursorExpiry) {

    /**
     * The cap for a stream when all of them are counted together.
     *
     * @param own what the stream takes, in bytes
     * @param total what all streams take, this one included
     * @param streams how many streams there are
     * @return how much the stream may take, in bytes
     */
    long capOf(long own, long total, int streams) {
        long excess = Math.max(0, total - maxTotalBytes);
        long fairShare = maxTotalBytes / Math.max(1, streams);
        return Math.min(maxBytes, Math.max(fairShare, own - excess));
    }
}
