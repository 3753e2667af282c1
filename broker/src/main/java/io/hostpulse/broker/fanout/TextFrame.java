package io.hostpulse.broker.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** Makes finished WebSocket text frames, so that a message is framed once for all clients. */
public final class TextFrame {

    private static final int FIN_TEXT = 0x81;

    /** The bit RSV1, which says that the message is compressed (RFC 7692, section 6). */
    private static final int FIN_TEXT_DEFLATED = FIN_TEXT | 0x40;

    private static final int MAX_HEADER = 10;
    private static final int SHORT_LENGTH = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_16 = 0xffff;

    private TextFrame() {}

    /** Frames a message as it is; the message itself stays with the caller. */
    static ByteBuf of(ByteBufAllocator allocator, ByteBuf message) {
        return of(allocator, message, FIN_TEXT);
    }

    /** Frames a compressed message. */
    static ByteBuf deflated(ByteBufAllocator allocator, ByteBuf message) {
        return of(allocator, message, FIN_TEXT_DEFLATED);
    }

    private static ByteBuf of(ByteBufAllocator allocator, ByteBuf message, int first) {
        int length = message.readableBytes();
        ByteBuf frame = allocator.directBuffer(MAX_HEADER + length);
        writeHeader(frame, first, length);
        return frame.writeBytes(message, message.readerIndex(), length);
    }

    /** Frames a text for one client. */
    static ByteBuf of(ByteBufAllocator allocator, String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        ByteBuf frame = allocator.directBuffer(MAX_HEADER + bytes.length);
        writeHeader(frame, FIN_TEXT, bytes.length);
        return frame.writeBytes(bytes);
    }

    /**
     * Adds a frame to others.
     *
     * @param out the frames so far
     * @param message the UTF-8 JSON object; it stays with the caller
     */
    public static void append(ByteBuf out, ByteBuf message) {
        int length = message.readableBytes();
        writeHeader(out, FIN_TEXT, length);
        out.writeBytes(message, message.readerIndex(), length);
    }

    /** Frames a message with one more field: how many messages this client did not get before it. */
    static ByteBuf withSkipped(ByteBufAllocator allocator, ByteBuf message, long skipped) {
        byte[] field = (",\"skipped\":" + skipped + "}").getBytes(StandardCharsets.US_ASCII);
        int kept = message.readableBytes() - 1; // without the closing brace
        ByteBuf frame = allocator.directBuffer(MAX_HEADER + kept + field.length);
        writeHeader(frame, FIN_TEXT, kept + field.length);
        return frame.writeBytes(message, message.readerIndex(), kept).writeBytes(field);
    }

    private static void writeHeader(ByteBuf frame, int first, int length) {
        frame.writeByte(first);
        if (length <= SHORT_LENGTH) {
            frame.writeByte(length);
        } else if (length <= MAX_16) {
            frame.writeByte(LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(LENGTH_64).writeLong(length);
        }
    }
}
