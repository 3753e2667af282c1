package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordEncoder;

/**
 * The word before each document in a Chronicle file: 30 bits of length and two flags. A writer sets it last, so a document
 * whose word is complete is complete.
 */
final class DocumentHeader {

    static final int LENGTH = 4;

    /** Nothing was written here yet. */
    static final int EMPTY = 0;

    /** The writer has gone on to the next file. */
    static final int END_OF_FILE = 0xc000_0000;

    private static final int INCOMPLETE = 0x8000_0000;
    private static final int METADATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3fff_ffff;

    /** Room for the record's own header. */
    private static final int LONGEST_RECORD = RecordEncoder.MAX_PAYLOAD + 64;

    private DocumentHeader() {}

    /** A writer is at work here, or died at it. */
    static boolean isIncomplete(int word) {
        return (word & INCOMPLETE) != 0 && word != END_OF_FILE;
    }

    /** Chronicle's own: the file's header and its indexes. */
    static boolean isMetadata(int word) {
        return (word & METADATA) != 0;
    }

    static int lengthOf(int word) {
        return word & LENGTH_MASK;
    }

    static boolean isPossible(int word) {
        return isMetadata(word) || lengthOf(word) <= LONGEST_RECORD;
    }

    /** Where the document after this one begins: words are aligned to their own size. */
    static long next(long offset, int word) {
        return (offset + LENGTH + lengthOf(word) + LENGTH - 1) & -LENGTH;
    }
}
