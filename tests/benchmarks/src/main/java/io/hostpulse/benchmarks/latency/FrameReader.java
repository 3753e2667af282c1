package io.hostpulse.benchmarks.latency;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** Reads a server's frames from a connection that does not block. Hostpulse neither masks nor fragments nor compresses. */
final class FrameReader {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;

    private static final int OPCODE_MASK = 0x0f;
    private static final int LENGTH_MASK = 0x7f;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    /** Longer than any length: the header is not there yet. */
    private static final int UNKNOWN = Integer.MAX_VALUE;

    private ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);

    /**
     * A whole frame.
     *
     * @param opcode what it is
     * @param payload what it carries; valid until more is received
     */
    record Frame(int opcode, ByteBuffer payload) {}

    /** Takes what has arrived. */
    void receive(SocketChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            // A frame longer than all before it; many clients share a small heap, so none begins large.
            buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        buffer.flip();
    }

    /** The next whole frame, until there is none; then {@link #receive} may come again. */
    Optional<Frame> next() {
        Optional<Frame> frame = parse(buffer.slice());
        if (frame.isEmpty()) {
            buffer.compact();
        }
        return frame;
    }

    private Optional<Frame> parse(ByteBuffer bytes) {
        if (bytes.remaining() < 2) {
            return Optional.empty();
        }
        int opcode = bytes.get() & OPCODE_MASK;
        int length = bytes.get() & LENGTH_MASK;
        if (length == LENGTH_16) {
            length = bytes.remaining() < Short.BYTES ? UNKNOWN : Short.toUnsignedInt(bytes.getShort());
        } else if (length == LENGTH_64) {
            length = bytes.remaining() < Long.BYTES ? UNKNOWN : Math.toIntExact(bytes.getLong());
        }
        if (bytes.remaining() < length) {
            return Optional.empty();
        }
        ByteBuffer payload = bytes.slice(bytes.position(), length);
        buffer.position(buffer.position() + bytes.position() + length);
        return Optional.of(new Frame(opcode, payload));
    }
}
