package io.hostpulse.common.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Looks at one encoded record after another without copying them. What it shows is valid until it is moved or the bytes
 * change. Not thread-safe.
 */
public final class RecordView {

    /** How many bytes tell how long a record is. */
    public static final int HEADER_LENGTH = RecordLayout.HEADER_LENGTH;

    /** No record is longer. */
    public static final int MAX_LENGTH = HEADER_LENGTH + RecordEncoder.MAX_PAYLOAD;

    /** The first four bytes of every record, read as a little-endian word: what to look for behind damage. */
    public static final int FIRST_WORD = RecordLayout.MAGIC;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer viewed = ByteBuffer.allocate(0);
    private ByteBuffer record = viewed.duplicate();
    private RecordKind kind = RecordKind.OK;

    /**
     * Looks whether a record may begin here.
     *
     * @param header {@value #HEADER_LENGTH} bytes from index 0
     * @return how long that record says it is, header included; 0 when no record begins like this
     */
    public static int announcedLength(ByteBuffer header) {
        ByteBuffer bytes = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int payload = bytes.getInt(RecordLayout.LENGTH_AT);
        boolean possible = bytes.getInt(RecordLayout.MAGIC_AT) == RecordLayout.MAGIC
                && payload >= 0
                && payload <= RecordEncoder.MAX_PAYLOAD;
        return possible ? HEADER_LENGTH + payload : 0;
    }

    /**
     * Moves the view to a record and checks it.
     *
     * @param bytes one whole record from index 0 to its limit
     * @return this view
     * @throws RecordFormatException when the bytes are no record, are damaged, or come from a newer version
     */
    public RecordView wrap(ByteBuffer bytes) {
        view(bytes);
        check(record);
        kind = RecordKind.of(record.get(RecordLayout.KIND_AT));
        return this;
    }

    // A reader shows one record after another in the same buffer, so a second look at it is enough for all of them.
    private void view(ByteBuffer bytes) {
        if (bytes != viewed) {
            viewed = bytes;
            record = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        record.clear().limit(bytes.limit());
    }

    private void check(ByteBuffer bytes) {
        int length = bytes.limit();
        if (length < RecordLayout.HEADER_LENGTH) {
            throw new RecordFormatException(
                    length + " bytes are too few for a record's header of " + RecordLayout.HEADER_LENGTH);
        }
        if (bytes.getInt(RecordLayout.MAGIC_AT) != RecordLayout.MAGIC) {
            throw new RecordFormatException("no record: it begins with 0x"
                    + Integer.toHexString(bytes.getInt(RecordLayout.MAGIC_AT)) + " instead of HPLS");
        }
        byte version = bytes.get(RecordLayout.VERSION_AT);
        if (version != RecordLayout.VERSION) {
            throw new RecordFormatException("record format version " + version + " is newer than version "
                    + RecordLayout.VERSION + ", the only one known here: read it with a newer Hostpulse");
        }
        checkPayload(bytes, length);
    }

    private void checkPayload(ByteBuffer bytes, int length) {
        int payloadLength = bytes.getInt(RecordLayout.LENGTH_AT);
        if (payloadLength != length - RecordLayout.HEADER_LENGTH) {
            throw new RecordFormatException("record says " + payloadLength + " bytes of payload, but "
                    + (length - RecordLayout.HEADER_LENGTH) + " are there");
        }
        if (bytes.getInt(RecordLayout.CRC_AT) != RecordLayout.checksum(crc, bytes, length)) {
            throw new RecordFormatException("record " + bytes.getLong(RecordLayout.SEQUENCE_AT)
                    + " has a wrong checksum: its bytes changed after they were written");
        }
    }

    /**
     * Tells what the payload is about.
     *
     * @return the kind
     */
    public RecordKind kind() {
        return kind;
    }

    /**
     * Tells when the snapshot was taken.
     *
     * @return epoch nanoseconds
     */
    public long sampleTime() {
        return record.getLong(RecordLayout.SAMPLE_TIME_AT);
    }

    /**
     * Numbers the record.
     *
     * @return its number in its stream, from 1 and without holes
     */
    public long sequence() {
        return record.getLong(RecordLayout.SEQUENCE_AT);
    }

    /**
     * Shows the payload in place.
     *
     * @return the UTF-8 JSON object, read-only, valid as long as this view stays
     */
    public ByteBuffer payload() {
        return record.slice(RecordLayout.HEADER_LENGTH, record.limit() - RecordLayout.HEADER_LENGTH)
                .asReadOnlyBuffer();
    }

    /**
     * Copies the payload.
     *
     * @return the UTF-8 JSON object
     */
    public byte[] payloadCopy() {
        byte[] copy = new byte[record.limit() - RecordLayout.HEADER_LENGTH];
        record.get(RecordLayout.HEADER_LENGTH, copy);
        return copy;
    }

    /**
     * Shows the payload as text.
     *
     * @return the JSON object
     */
    public String payloadText() {
        return new String(payloadCopy(), StandardCharsets.UTF_8);
    }
}
