package io.hostpulse.common.codec;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Where the header's fields lie, little-endian:
 *
 * <pre>
 *  0  int    magic "HPLS"
 *  4  byte   format version
 *  5  byte   kind
 *  6  short  flags, none defined yet: 0
 *  8  long   sample time, epoch nanoseconds
 * 16  long   sequence in its stream, from 1
 * 24  int    payload length
 * 28  int    CRC32C of bytes 0 to 27 and the payload
 * 32  payload
 * </pre>
 */
final class RecordLayout {

    static final int MAGIC = 0x534c5048;
    static final byte VERSION = 1;

    static final int MAGIC_AT = 0;
    static final int VERSION_AT = 4;
    static final int KIND_AT = 5;
    static final int FLAGS_AT = 6;
    static final int SAMPLE_TIME_AT = 8;
    static final int SEQUENCE_AT = 16;
    static final int LENGTH_AT = 24;
    static final int CRC_AT = 28;
    static final int HEADER_LENGTH = 32;

    private RecordLayout() {}

    /** Leaves the record's position and limit as they were. */
    static int checksum(CRC32C crc, ByteBuffer record, int end) {
        int position = record.position();
        int limit = record.limit();
        crc.reset();
        crc.update(record.position(0).limit(CRC_AT));
        crc.update(record.limit(end).position(HEADER_LENGTH));
        record.limit(limit).position(position);
        return (int) crc.getValue();
    }
}
