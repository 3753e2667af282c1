package io.hostpulse.broker.ws.frame;

/**
 * The header of the frame that is coming, taken byte by byte, so that a frame is refused before any of its payload was kept. Knows
 * whether a fragmented message is under way, because that decides which frames may follow. Belongs to one connection.
 */
final class FrameHeader {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int COMPRESSED = 0x40;
    private static final int OPCODE = 0x0f;
    private static final int MASKED = 0x80;
    private static final int CONTROL = 0x08;
    private static final int MAX_CONTROL_LENGTH = 125;
    private static final int LENGTH_16 = 126;
    private static final int MAX_16 = 0xffff;
    private static final int MASK_BYTES = 4;

    private final int maxMessage;
    private final boolean mayCompress;
    private boolean isInMessage;
    private long messageLength;
    private int first;
    private int shortLength;
    private int taken;
    private int maskFrom;
    private long length;
    private int mask;

    /**
     * Waits for the first frame.
     *
     * @param maxMessage the longest message in bytes as it is sent, in one frame or in many
     * @param mayCompress whether compression was agreed on, so that the bit RSV1 may stand in the first frame of a message
     */
    FrameHeader(int maxMessage, boolean mayCompress) {
        this.maxMessage = maxMessage;
        this.mayCompress = mayCompress;
    }

    /**
     * Takes one byte and tells whether the header is complete.
     *
     * @throws io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException when it breaks a rule
     */
    boolean take(byte octet) {
        int bits = octet & 0xff;
        if (taken == 0) {
            begin(bits);
        } else if (taken == 1) {
            takeShortLength(bits);
        } else if (taken < maskFrom) {
            length = length << Byte.SIZE | bits;
        } else {
            mask = mask << Byte.SIZE | bits;
        }
        taken++;
        if (taken == maskFrom) {
            checkLength();
        }
        return taken == maskFrom + MASK_BYTES && end();
    }

    private void begin(int bits) {
        first = bits;
        mask = 0;
        maskFrom = MASK_BYTES; // until the second byte tells
        if ((bits & reserved()) != 0) {
            throw Violation.of("a reserved bit is set, but nothing was agreed on that gives it a meaning here");
        }
        if (isControl()) {
            checkControl();
        } else {
            checkData();
        }
    }

    // RFC 7692, section 6.
    private int reserved() {
        boolean isFirstOfMessage = !isControl() && opcode() != CONTINUATION;
        return mayCompress && isFirstOfMessage ? RESERVED & ~COMPRESSED : RESERVED;
    }

    private void checkControl() {
        if (opcode() > PONG) {
            throw Violation.of("opcode " + opcode() + " is reserved");
        }
        if (!isFinal()) {
            throw Violation.of("a control frame is fragmented");
        }
    }

    private void checkData() {
        if (opcode() > BINARY) {
            throw Violation.of("opcode " + opcode() + " is reserved");
        }
        if (opcode() == CONTINUATION && !isInMessage) {
            throw Violation.of("a message begins with a continuation");
        }
        if (opcode() != CONTINUATION && isInMessage) {
            throw Violation.of("a message begins inside another");
        }
    }

    private void takeShortLength(int bits) {
        if ((bits & MASKED) == 0) {
            throw Violation.of("a client's frame has no mask");
        }
        shortLength = bits & ~MASKED;
        if (isControl() && shortLength > MAX_CONTROL_LENGTH) {
            throw Violation.of("a control frame is longer than 125 bytes");
        }
        length = shortLength < LENGTH_16 ? shortLength : 0;
        maskFrom = 2 + lengthBytes();
    }

    private int lengthBytes() {
        if (shortLength < LENGTH_16) {
            return 0;
        }
        return shortLength == LENGTH_16 ? Short.BYTES : Long.BYTES;
    }

    private void checkLength() {
        if (length < 0) {
            throw Violation.of("a length has its highest bit set");
        }
        boolean isMinimal =
                shortLength < LENGTH_16 || length > (shortLength == LENGTH_16 ? MAX_CONTROL_LENGTH : MAX_16);
        if (!isMinimal) {
            throw Violation.of("a length is not in its shortest form");
        }
        if (!isControl() && length > maxMessage - messageLength) {
            throw Violation.tooBig(maxMessage);
        }
    }

    private boolean end() {
        taken = 0;
        if (!isControl()) {
            isInMessage = !isFinal();
            messageLength = isFinal() ? 0 : messageLength + length;
        }
        return true;
    }

    int opcode() {
        return first & OPCODE;
    }

    boolean isFinal() {
        return (first & FINAL) != 0;
    }

    /** Whether a message begins here that has to be unpacked. */
    boolean isCompressed() {
        return (first & COMPRESSED) != 0;
    }

    boolean isControl() {
        return (first & CONTROL) != 0;
    }

    long length() {
        return length;
    }

    /** The byte that masks the payload's byte at a place. */
    byte maskAt(long place) {
        return (byte) (mask >>> Byte.SIZE * (MASK_BYTES - 1 - (int) (place & 3)));
    }
}
