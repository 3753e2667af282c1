package io.hostpulse.common.queue;

/**
 * Records of a stream that this reader will never get.
 *
 * @param first the first missing sequence
 * @param last the last missing sequence, inclusive
 */
public record Gap(long first, long last) {

    /**
     * Counts what is missing.
     *
     * @return how many records
     */
    public long count() {
        return last - first + 1;
    }
}
