package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.RecordView;
import java.nio.ByteBuffer;

/** Takes what a roll file holds, in the order in which it lies there. */
interface RecordVisitor {

    /** Takes a whole record, as it is seen and as it lies there from an offset on; valid only during this call. */
    void onRecord(RecordView record, ByteBuffer bytes, long offset);

    /** Learns that something at this place in the file is not as it was written. */
    void onDamage(long offset, String what);
}
