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
record Sample(RecordKind kind, long sampleTime, long sequence, byte[] payload) {

    static Sample of(RecordView record) {
        return new Sample(record.kind(), record.sampleTime(), record.sequence(), record.payloadCopy());
    }

    boolean hasData() {
        return kind == RecordKind.OK;
    }
}
