package io.hostpulse.common.queue;

/**
 * A place in a stream: the last record a consumer is done with.
 *
 * @param sequence that record's sequence; 0 before the first record
 * @param index where it stands in the queue's files; only a hint for finding it fast
 */
public record Position(long sequence, long index) {

    /** Before the first record. */
    public static final Position START = new Position(0, 0);
}
