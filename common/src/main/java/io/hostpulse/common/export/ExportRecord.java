package io.hostpulse.common.export;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.model.StreamName;

/**
 * One record on its way out. Its stream and sequence are its key: whoever gets two with one key has got one record twice.
 *
 * @param stream where it was read
 * @param sequence its number in the stream, from 1
 * @param sampleTime when the snapshot was taken, epoch nanoseconds
 * @param kind what the payload is about
 * @param payload a JSON object
 * @param missing how many records just before it are gone for good; 0 when it follows the one before
 */
public record ExportRecord(
        StreamName stream, long sequence, long sampleTime, RecordKind kind, String payload, long missing) {

    /** What a record takes besides its payload. */
    private static final int OVERHEAD = 100;

    /**
     * Copies a record that a tail shows.
     *
     * @param stream where it was read
     * @param record what the tail shows
     * @param missing how many records just before it are gone
     * @return the record, independent of the tail
     */
    public static ExportRecord of(StreamName stream, RecordView record, long missing) {
        return new ExportRecord(
                stream, record.sequence(), record.sampleTime(), record.kind(), record.payloadText(), missing);
    }

    /**
     * Estimates what it takes in memory and on the way.
     *
     * @return bytes
     */
    public int size() {
        return OVERHEAD + payload.length();
    }
}
