package io.hostpulse.history.block;

import java.util.Arrays;

/** Grows with what is written to it. Not thread-safe. */
final class ByteSink {

    private static final int SEVEN_BITS = 0x7f;

    private byte[] bytes = new byte[256];
    private int size;

    void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void put(byte[] source) {
        if (bytes.length - size < source.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size * 2, size + source.length));
        }
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    /** Seven bits a byte, lowest first; small numbers are short, negative ones take ten bytes. */
    void putVarint(long value) {
        long rest = value;
        while ((rest & ~SEVEN_BITS) != 0) {
            put((int) (rest & SEVEN_BITS) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    /** As a varint in which small negative numbers are short, too. */
    void putZigzag(long value) {
        putVarint(value << 1 ^ value >> 63);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
