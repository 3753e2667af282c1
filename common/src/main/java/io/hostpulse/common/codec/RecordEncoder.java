package io.hostpulse.common.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * Puts records together in a buffer of its own, so that a queue's document is open only for the copy. It allocates only when
 * a record is larger than all before it. Not thread-safe.
 */
public final class RecordEncoder {

    /** Larger payloads are refused: every reader holds one record in memory. */
    public static final int MAX_PAYLOAD = 8 << 20;

    private static final int FIRST_CAPACITY = 4096;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer buffer = allocate(FIRST_CAPACITY);

    /**
     * Encodes one record.
     *
     * @param kind what the payload is about
     * @param sampleTime epoch nanoseconds
     * @param sequence the record's number in its stream, from 1
     * @param payload the bytes between its position and limit; they are consumed
     * @return the record, ready to be read; valid until the next call
     * @throws RecordFormatException when the payload is longer than {@link #MAX_PAYLOAD}
     */
    public ByteBuffer encode(RecordKind kind, long sampleTime, long sequence, ByteBuffer payload) {
        int length = payload.remaining();
        if (length > MAX_PAYLOAD) {
            throw new RecordFormatException(
                    "payload of " + length + " bytes is longer than the " + MAX_PAYLOAD + " a record may hold");
        }
        int end = RecordLayout.HEADER_LENGTH + length;
        reserve(end);
        putHeader(kind, sampleTime, sequence, length);
        buffer.position(RecordLayout.HEADER_LENGTH).put(payload);
        buffer.putInt(RecordLayout.CRC_AT, RecordLayout.checksum(crc, buffer, end));
        return buffer.position(0).limit(end);
    }

    private void putHeader(RecordKind kind, long sampleTime, long sequence, int length) {
        buffer.putInt(RecordLayout.MAGIC_AT, RecordLayout.MAGIC)
                .put(RecordLayout.VERSION_AT, RecordLayout.VERSION)
                .put(RecordLayout.KIND_AT, kind.code())
                .putShort(RecordLayout.FLAGS_AT, (short) 0)
                .putLong(RecordLayout.SAMPLE_TIME_AT, sampleTime)
                .putLong(RecordLayout.SEQUENCE_AT, sequence)
                .putInt(RecordLayout.LENGTH_AT, length);
    }

    private void reserve(int capacity) {
        if (buffer.capacity() < capacity) {
            buffer = allocate(Integer.highestOneBit(capacity - 1) << 1);
        }
        buffer.clear();
    }

    private static ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }
}
