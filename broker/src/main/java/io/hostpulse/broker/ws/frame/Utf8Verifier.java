package io.hostpulse.broker.ws.frame;

import io.netty.buffer.ByteBuf;
import io.netty.util.ByteProcessor;

/** Checks text piece by piece, and finds a wrong byte as soon as it is there: RFC 3629, section 4. Belongs to one connection. */
final class Utf8Verifier implements ByteProcessor {

    private static final int LOWEST = 0x80;
    private static final int HIGHEST = 0xbf;

    private int missing;
    private int lowest = LOWEST;
    private int highest = HIGHEST;

    /** Forgets what was. */
    void reset() {
        missing = 0;
        anythingNext();
    }

    /** Takes the next piece, and tells whether it can be part of a text. */
    boolean take(ByteBuf piece) {
        return piece.forEachByte(this) < 0;
    }

    /** Whether the text may end here. */
    boolean isWhole() {
        return missing == 0;
    }

    @Override
    public boolean process(byte octet) {
        int bits = octet & 0xff;
        return missing == 0 ? begin(bits) : goOn(bits);
    }

    private boolean begin(int bits) {
        if (bits < 0x80) {
            return true;
        }
        if (bits < 0xc2 || bits > 0xf4) {
            return false; // a byte from the middle, an overlong form, or beyond U+10FFFF
        }
        missing = bits < 0xe0 ? 1 : bits < 0xf0 ? 2 : 3;
        narrow(bits);
        return true;
    }

    // Behind these four an overlong form, a surrogate or what is beyond U+10FFFF shows in the second byte.
    private void narrow(int bits) {
        switch (bits) {
            case 0xe0 -> lowest = 0xa0;
            case 0xed -> highest = 0x9f;
            case 0xf0 -> lowest = 0x90;
            case 0xf4 -> highest = 0x8f;
            default -> anythingNext();
        }
    }

    private boolean goOn(int bits) {
        if (bits < lowest || bits > highest) {
            return false;
        }
        missing--;
        anythingNext();
        return true;
    }

    private void anythingNext() {
        lowest = LOWEST;
        highest = HIGHEST;
    }
}
