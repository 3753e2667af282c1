package io.hostpulse.history.block;

/** Reads what a {@link ByteSink} wrote, and never beyond its end: the bytes come from a disk. Not thread-safe. */
final class ByteSource {

    private final byte[] bytes;
    private final int end;
    private int at;

    ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteSource(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int get() {
        if (at == end) {
            throw new MalformedBlockException("the block ends after " + end + " bytes, in the middle of something");
        }
        return bytes[at++] & 0xff;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = get();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedBlockException("a number of more than ten bytes before byte " + at);
    }

    long zigzag() {
        long value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number that says how much follows: what is larger than can be is refused before anything is allocated for it. */
    int count(int max) {
        long value = varint();
        if (value < 0 || value > max) {
            throw new MalformedBlockException(Long.toUnsignedString(value) + " of something that has at most " + max);
        }
        return (int) value;
    }

    /** The next bytes as a source of their own; this one goes on behind them. */
    ByteSource slice(int length) {
        if (length > end - at) {
            throw new MalformedBlockException(length + " bytes are announced and " + (end - at) + " are there");
        }
        at += length;
        return new ByteSource(bytes, at - length, at);
    }

    boolean isAtEnd() {
        return at == end;
    }
}
