package io.hostpulse.common.queue;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.BytesStore;

/**
 * Reads back what was written through a mapping. When the disk has no room for a page, the JVM lets the write pass and reports
 * the fault some instructions later, perhaps when the append has long returned; a record that was acknowledged would be missing.
 */
final class WrittenBytes {

    private WrittenBytes() {}

    /** Of a record longer than a quarter of a megabyte, only the beginning: more of the mapping cannot be read here. */
    static void verify(Bytes<?> written, long begin, BytesStore<?, ?> record, int recordLength) {
        long length = Math.min(recordLength, written.writeLimit() - begin);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            if (written.readLong(begin + at) != record.readLong(at)) {
                throw lost(at);
            }
        }
        for (; at < length; at++) {
            if (written.readByte(begin + at) != record.readByte(at)) {
                throw lost(at);
            }
        }
    }

    private static DiskFailedException lost(int at) {
        return new DiskFailedException(
                "byte " + at + " of the record did not reach the file: the disk is full or broken", null);
    }
}
