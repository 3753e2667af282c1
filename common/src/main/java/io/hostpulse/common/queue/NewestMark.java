package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a roll file's header says that the newest record is. The writer moves it after each record, so everything up to there
 * was complete once: it tells whether the file held more than it does now.
 *
 * @param offset where the newest record's document begins; 0 before the first record, or when the header does not tell
 * @param records how many records there were then; 0 when the header does not tell
 */
record NewestMark(long offset, long records) {

    private static final NewestMark NONE = new NewestMark(0, 0);

    private static final int LONGEST = 1024;
    private static final String NAME = "writePosition";

    /** Introduces two numbers: an array with room for as many. */
    private static final String PAIR = "\u008d\u0002\0\0\0\0\0\0\0";

    /** The array also says how many of them are used. */
    private static final int PAIR_LENGTH = PAIR.length() + Long.BYTES;

    private static final int HALF = 32;

    static NewestMark in(FileWindow file) throws IOException {
        ByteBuffer bytes = file.bytes(0, LONGEST);
        String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        int pair = text.indexOf(PAIR, Math.max(0, text.indexOf(NAME)));
        int values = pair + PAIR_LENGTH;
        boolean found = text.contains(NAME) && pair >= 0 && values + 2 * Long.BYTES <= bytes.limit();
        return found ? of(bytes.getLong(values), bytes.getLong(values + Long.BYTES)) : NONE;
    }

    // The second number holds the low half of the newest record's place above its ordinal, if it was brought up to
    // date.
    private static NewestMark of(long newestAt, long placeAndOrdinal) {
        boolean sameRecord = newestAt > 0 && (int) (placeAndOrdinal >>> HALF) == (int) newestAt;
        return new NewestMark(newestAt, sameRecord ? (int) placeAndOrdinal + 1 : 0);
    }
}
