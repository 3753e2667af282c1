package io.hostpulse.broker.feed;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.codec.RecordView;

/**
 * The newest record of a stream, kept while it is sent.
 *
 * @param kind whether it holds data or the reason why there is none
 * @param sampleTime epoch nanoseconds
 * @param sequence its number in its stream
 * @param payload its JSON object as it lay in the queue; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // spliced into messages as it is, and compared by nobody
public record Sample(RecordKind kind, long sampleTime, long sequence, byte[] payload) {

    /**
     * Copies a record.
     *
     * @param record the record
     * @return the copy
     */
    public static Sample of(RecordView record) {
        return new Sample(record.kind(), record.sampleTime(), record.sequence(), record.payloadCopy());
    }

    /**
     * Tells whether there is data.
     *
     * @return false when the payload says why there is none
     */
    public boolean hasData() {
        return kind == RecordKind.OK;
    }
}
