package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.RecordView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Finds whole records by their magic and checksum where the documents around them can no longer be trusted. */
record RecordSearch(FileWindow file) {

    /** Documents, and so records, begin at multiples of this. */
    private static final int ALIGNMENT = 4;

    /** Finds the first whole record at or behind a place. */
    OptionalLong from(long begin) throws IOException {
        RecordView view = new RecordView();
        for (long at = begin; file.has(at, RecordView.HEADER_LENGTH); at += ALIGNMENT) {
            if (isWhole(view, at, lengthAt(at))) {
                return OptionalLong.of(at);
            }
        }
        return OptionalLong.empty();
    }

    /** How long the record that begins here says it is; 0 when none begins here. */
    int lengthAt(long at) {
        return RecordView.announcedLength(file.bytes(at, RecordView.HEADER_LENGTH));
    }

    private boolean isWhole(RecordView view, long at, int length) throws IOException {
        if (length == 0 || !file.has(at, length)) {
            return false;
        }
        ByteBuffer bytes = file.bytes(at, length);
        try {
            return view.wrap(bytes).sequence() > 0;
        } catch (RecordFormatException notThisOne) {
            return false;
        }
    }
}
