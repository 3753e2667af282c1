package io.hostpulse.broker.compression;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads compressed messages of all clients of one event loop, one after the other: none refers to those before it. However much a
 * message promises, no more is unpacked than it may hold. Used by the loop's thread.
 */
public final class MessageInflater {

    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};
    private static final int ROOM = 4096;

    private final Inflater inflater = new Inflater(true);

    /**
     * Unpacks a message.
     *
     * @param compressed the payload of its frames; stays with the caller
     * @param limit the most bytes that a message may have
     * @param allocator makes the buffer
     * @return the message; the caller's
     * @throws MessageTooLongException when there is more in it than it may hold
     * @throws DataFormatException when it is not what RFC 7692 says
     */
    public ByteBuf inflate(ByteBuf compressed, int limit, ByteBufAllocator allocator)
            throws DataFormatException, MessageTooLongException {
        ByteBuf out = allocator.buffer(ROOM);
        try {
            inflater.reset();
            inflater.setInput(compressed.nioBuffer());
            drainInto(out, limit);
            inflater.setInput(TAIL);
            drainInto(out, limit);
            return out.retain();
        } finally {
            out.release();
        }
    }

    private void drainInto(ByteBuf out, int limit) throws DataFormatException, MessageTooLongException {
        int written;
        do {
            out.ensureWritable(ROOM);
            ByteBuffer room = out.nioBuffer(out.writerIndex(), out.writableBytes());
            written = inflater.inflate(room);
            out.writerIndex(out.writerIndex() + written);
            if (out.readableBytes() > limit) {
                throw new MessageTooLongException();
            }
        } while (written > 0);
        if (inflater.needsDictionary()) {
            throw new DataFormatException("a dictionary is asked for");
        }
    }

    /** A message holds more than it may. */
    public static final class MessageTooLongException extends Exception {

        private static final long serialVersionUID = 1L;

        MessageTooLongException() {
            super("the message is too long when it is unpacked");
        }
    }
}
