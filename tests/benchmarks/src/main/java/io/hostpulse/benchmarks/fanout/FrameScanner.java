package io.hostpulse.benchmarks.fanout;

import io.netty.buffer.ByteBuf;

/**
 * Finds the messages in one client's stream of bytes without collecting them: only a message's first bytes are kept, enough to tell
 * which broadcast it is. Knows unmasked frames that are not fragmented, which is all that the measured servers send.
 */
final class FrameScanner {

    /** A broadcast names itself within its first bytes. */
    static final int HEAD = 256;

    private static final int LONGEST_HEADER = 10;
    private static final int OPCODE = 0x0f;
    private static final int LENGTH = 0x7f;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int BYTE = 0xff;

    /** What is done with a message. */
    interface Listener {
        /** A message has come in whole. */
        void onMessage(int opcode, byte[] head, int headLength, long length);
    }

    private final byte[] header = new byte[LONGEST_HEADER];
    private final byte[] head = new byte[HEAD];
    private int headerLength;
    private int headLength;
    private long length;
    private long missing;

    /** Takes all that has come, and counts what is complete. */
    void scan(ByteBuf bytes, Listener listener) {
        while (bytes.isReadable()) {
            if (missing == 0) {
                header[headerLength++] = bytes.readByte();
                if (headerIsComplete()) {
                    begin();
                }
            } else {
                take(bytes);
            }
            if (headerLength > 0 && headerIsComplete() && missing == 0) {
                listener.onMessage(header[0] & OPCODE, head, headLength, length);
                headerLength = 0;
            }
        }
    }

    private boolean headerIsComplete() {
        return headerLength >= 2 && headerLength == headerSize();
    }

    private int headerSize() {
        return switch (header[1] & LENGTH) {
            case LENGTH_16 -> 4;
            case LENGTH_64 -> LONGEST_HEADER;
            default -> 2;
        };
    }

    private void begin() {
        int first = header[1] & LENGTH;
        length = first < LENGTH_16 ? first : 0;
        for (int i = 2; i < headerLength; i++) {
            length = length << 8 | (header[i] & BYTE);
        }
        missing = length;
        headLength = 0;
    }

    private void take(ByteBuf bytes) {
        int kept = (int) Math.min(Math.min(HEAD - headLength, bytes.readableBytes()), missing);
        bytes.readBytes(head, headLength, kept);
        headLength += kept;
        int passed = (int) Math.min(bytes.readableBytes(), missing - kept);
        bytes.skipBytes(passed);
        missing -= kept + passed;
    }
}
