package io.hostpulse.common.queue.care;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a roll file says of itself at its beginning. The writer notes there where its newest record is, which tells afterwards
 * whether the file once held more than it does now.
 *
 * @param newestAt where the newest record's document began; 0 before the first
 * @param records how many records there were then; 0 when the file does not tell
 */
record FileHeader(long newestAt, long records) {

    private static final int LONGEST = 1024;
    private static final String BEGINNING = "\u00b9\u0006header\u00b6\u0008SCQStore";
    private static final String NEWEST = "writePosition";

    /** How a pair of numbers is introduced: an array with room for two. */
    private static final String PAIR = "\u008d\u0002\0\0\0\0\0\0\0";

    private static final int PAIR_LENGTH = PAIR.length() + Long.BYTES;
    private static final int HALF = 32;

    /** Reads it; empty when the file does not begin as one of a queue. */
    static Optional<FileHeader> in(FileWindow file) throws IOException {
        if (!file.has(0, DocumentHeader.LENGTH)) {
            return Optional.empty();
        }
        DocumentHeader document = new DocumentHeader(file.number(0));
        boolean plausible = document.isInternal() && !document.isUnfinished() && document.length() <= LONGEST;
        if (!plausible || !file.has(DocumentHeader.LENGTH, document.length())) {
            return Optional.empty();
        }
        return in(file.bytes(DocumentHeader.LENGTH, document.length()));
    }

    private static Optional<FileHeader> in(ByteBuffer bytes) {
        String text = StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
        int pair = text.indexOf(PAIR, Math.max(0, text.indexOf(NEWEST)));
        int values = pair + PAIR_LENGTH;
        if (!text.startsWith(BEGINNING) || pair < 0 || values + 2 * Long.BYTES > bytes.limit()) {
            return Optional.empty();
        }
        ByteBuffer numbers = bytes.order(ByteOrder.LITTLE_ENDIAN);
        return Optional.of(of(numbers.getLong(values), numbers.getLong(values + Long.BYTES)));
    }

    // The second number holds the low half of the newest record's place above its ordinal, if it was brought up to
    // date.
    private static FileHeader of(long newestAt, long placeAndOrdinal) {
        boolean sameRecord = newestAt > 0 && (int) (placeAndOrdinal >>> HALF) == (int) newestAt;
        return new FileHeader(newestAt, sameRecord ? (int) placeAndOrdinal + 1 : 0);
    }
}
