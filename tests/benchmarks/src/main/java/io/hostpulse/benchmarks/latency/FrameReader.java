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
    private static final int MAX_FRAME = 1 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocate(MAX_FRAME);

    /**
     * A whole frame.
     *
     * @param opcode what it is
     * @param payload what it carries; valid until more is received
     */
    record Frame(int opcode, ByteBuffer payload) {}

    /** Takes what has arrived. */
    void receive(SocketChannel channel) throws IOException {
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
            length = bytes.remaining() < Short.BYTES ? MAX_FRAME : Short.toUnsignedInt(bytes.getShort());
        } else if (length == LENGTH_64) {
            length = bytes.remaining() < Long.BYTES ? MAX_FRAME : Math.toIntExact(bytes.getLong());
        }
        if (bytes.remaining() < length) {
            return Optional.empty();
        }
        ByteBuffer payload = bytes.slice(bytes.position(), length);
        buffer.position(buffer.position() + bytes.position() + length);
        return Optional.of(new Frame(opcode, payload));
    }
}
