package io.hostpulse.broker.compression;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Deflater;

/** Compresses messages, each without knowledge of those before it. Used by one thread. */
public final class MessageDeflater {

    /** What is shorter fits into one packet anyway. */
    private static final int SHORTEST = 1024;

    /** Every message ends with these four bytes, which RFC 7692 leaves out: 00 00 ff ff. */
    private static final int TAIL = 4;

    private static final int LEVEL = 4;
    private static final int ROOM = 4096;

    private final ByteBufAllocator allocator;
    private Optional<Deflater> deflater = Optional.empty();

    /**
     * Takes no memory yet: a deflater holds a quarter of a megabyte, and often nobody asks for one.
     *
     * @param allocator makes the buffers
     */
    public MessageDeflater(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /**
     * Compresses a message.
     *
     * @param message the message, which stays with the caller
     * @return the payload of a compressed frame; empty when it is not worth it
     */
    public Optional<ByteBuf> deflate(ByteBuf message) {
        int length = message.readableBytes();
        if (length < SHORTEST) {
            return Optional.empty();
        }
        ByteBuf out = allocator.directBuffer(length / 2 + ROOM);
        deflate(message, out);
        out.writerIndex(out.writerIndex() - TAIL);
        if (out.readableBytes() >= length) {
            out.release();
            return Optional.empty();
        }
        return Optional.of(out);
    }

    private void deflate(ByteBuf message, ByteBuf out) {
        Deflater one = deflater();
        one.reset();
        one.setInput(message.nioBuffer());
        boolean isFull = true;
        while (isFull) {
            out.ensureWritable(ROOM);
            ByteBuffer room = out.nioBuffer(out.writerIndex(), out.writableBytes());
            int written = one.deflate(room, Deflater.SYNC_FLUSH);
            out.writerIndex(out.writerIndex() + written);
            isFull = !room.hasRemaining();
        }
    }

    private Deflater deflater() {
        if (deflater.isEmpty()) {
            deflater = Optional.of(new Deflater(LEVEL, true));
        }
        return deflater.get();
    }
}
