package io.hostpulse.common.queue;

/**
 * A place in a stream: the last record a consumer is done with.
 *
 * @param sequence that record's sequence; 0 before the first record
 * @param index the roll cycle of its file in the upper half and a quarter of its offset in the lower; only a hint for finding
 *     it fast, the sequence decides
 */
public record Position(long sequence, long index) {

    /** Before the first record. */
    public static final Position START = new Position(0, 0);

    private static final int CYCLE_SHIFT = 32;
    private static final long OFFSET_MASK = 0xffff_ffffL;

    static long index(int cycle, long offset) {
        return ((long) cycle << CYCLE_SHIFT) | (offset / DocumentHeader.LENGTH);
    }

    /**
     * Tells in which file the record lies.
     *
     * @return the number of the file's roll cycle since 1970
     */
    public int cycle() {
        return (int) (index >>> CYCLE_SHIFT);
    }

    long offset() {
        return (index & OFFSET_MASK) * DocumentHeader.LENGTH;
    }
}
