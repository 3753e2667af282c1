package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordEncoder;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.queue.Gap;
import java.nio.ByteBuffer;

/**
 * The record that takes the last lost number when the newest records of a queue are gone. Without it the writer would give
 * these numbers again, and readers that have seen the lost records would take the new ones for repetitions.
 *
 * @param lost what is gone
 * @param time when that was found, epoch nanoseconds
 */
record Tombstone(Gap lost, long time) {

    ByteBuffer record() {
        Reading reading = new Reading.Failed("records " + lost.first() + " to " + lost.last()
                + " were lost with a damaged file; this one stands for them");
        ByteBuffer payload = new PayloadWriter().write(reading);
        return new RecordEncoder().encode(RecordKind.FAILED, time, lost.last(), payload);
    }
}
