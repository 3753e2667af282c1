package io.hostpulse.common.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Where one consumer stands in one stream, in a small mapped file: moving it is a memory write that survives the death of
 * the process. Two slots are written in turn, each with a checksum, so a write that was cut short leaves the one before.
 * Written by the consumer's thread only; anyone may read.
 */
public final class CursorFile {

    private static final int SLOT_LENGTH = 32;
    private static final int FILE_LENGTH = 2 * SLOT_LENGTH;
    private static final int SEQUENCE_AT = 0;
    private static final int INDEX_AT = 8;
    private static final int CRC_AT = 16;

    private final ByteBuffer slots;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer words = ByteBuffer.allocate(2 * Long.BYTES);
    private int nextSlot;
    private long latestSequence;
    private long latestIndex;

    private CursorFile(ByteBuffer slots) {
        this.slots = slots.order(ByteOrder.LITTLE_ENDIAN);
        Optional<Position> first = read(0);
        Optional<Position> second = read(SLOT_LENGTH);
        boolean secondIsNewer = second.isPresent()
                && (first.isEmpty() || second.get().sequence() > first.get().sequence());
        Position latest = secondIsNewer ? second.get() : first.orElse(Position.START);
        this.latestSequence = latest.sequence();
        this.latestIndex = latest.index();
        this.nextSlot = secondIsNewer ? 0 : SLOT_LENGTH;
    }

    /**
     * Opens a consumer's cursor and creates it when it is new.
     *
     * @param file the cursor's file
     * @return the open cursor
     * @throws IOException when the file cannot be created or mapped
     */
    public static CursorFile open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, FILE_LENGTH);
            // A plain write to a byte that means nothing: unlike one through the mapping it always sets the file's
            // time.
            channel.write(ByteBuffer.allocate(1), FILE_LENGTH - 1);
            return new CursorFile(mapped);
        }
    }

    /**
     * Reads where another process's consumer stands, without touching its file.
     *
     * @param file the cursor's file
     * @return its position
     * @throws IOException when the file cannot be read
     */
    public static Position peek(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new CursorFile(ByteBuffer.wrap(Arrays.copyOf(bytes, FILE_LENGTH))).position();
    }

    private Optional<Position> read(int slot) {
        Position stored = new Position(slots.getLong(slot + SEQUENCE_AT), slots.getLong(slot + INDEX_AT));
        boolean whole =
                stored.sequence() > 0 && slots.getInt(slot + CRC_AT) == checksum(stored.sequence(), stored.index());
        return whole ? Optional.of(stored) : Optional.empty();
    }

    private int checksum(long sequence, long index) {
        words.clear();
        words.putLong(sequence).putLong(index).flip();
        crc.reset();
        crc.update(words);
        return (int) crc.getValue();
    }

    /**
     * Moves the cursor.
     *
     * @param done the last record whose effect has happened
     */
    public void moveTo(Position done) {
        moveTo(done.sequence(), done.index());
    }

    /** The same without an object, for whoever moves at every record. */
    void moveTo(long sequence, long index) {
        slots.putLong(nextSlot + SEQUENCE_AT, sequence);
        slots.putLong(nextSlot + INDEX_AT, index);
        slots.putInt(nextSlot + CRC_AT, checksum(sequence, index));
        nextSlot = SLOT_LENGTH - nextSlot;
        latestSequence = sequence;
        latestIndex = index;
    }

    /**
     * Tells where the consumer stands.
     *
     * @return the last record whose effect has happened
     */
    public Position position() {
        return new Position(latestSequence, latestIndex);
    }
}
