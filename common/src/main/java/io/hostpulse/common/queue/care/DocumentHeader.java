package io.hostpulse.common.queue.care;

/**
 * The four bytes before every document in one of Chronicle's files.
 *
 * @param word as it stands in the file, little-endian
 */
record DocumentHeader(int word) {

    static final int LENGTH = 4;

    private static final int UNFINISHED = 0x8000_0000;
    private static final int INTERNAL = 0x4000_0000;
    private static final int LENGTH_BITS = 0x3fff_ffff;
    private static final int ALIGNMENT = 4;

    /** Nothing was ever written here. */
    boolean isBlank() {
        return word == 0;
    }

    /** The file is complete, and its readers go on to the next one. */
    boolean isEndMark() {
        return word == (UNFINISHED | INTERNAL);
    }

    boolean isUnfinished() {
        return (word & UNFINISHED) != 0;
    }

    /** The library's own: the file's header and its index. */
    boolean isInternal() {
        return (word & INTERNAL) != 0;
    }

    int length() {
        return word & LENGTH_BITS;
    }

    /** From this header to the next one. */
    long step() {
        return LENGTH + (long) (length() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
