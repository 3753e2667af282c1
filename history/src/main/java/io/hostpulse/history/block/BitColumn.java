package io.hostpulse.history.block;

/** Doubles of any kind: what is different from the bits of the predecessor, without the zero bytes on both sides of it. */
final class BitColumn {

    private static final int BYTES = Long.BYTES;

    private BitColumn() {}

    static void write(ByteSink sink, double[] values, int length) {
        long previous = 0;
        for (int i = 0; i < length; i++) {
            long bits = Double.doubleToRawLongBits(values[i]);
            writeDifference(sink, bits ^ previous);
            previous = bits;
        }
    }

    private static void writeDifference(ByteSink sink, long difference) {
        if (difference == 0) {
            sink.put(0);
            return;
        }
        int below = Long.numberOfTrailingZeros(difference) / BYTES;
        int length = BYTES - Long.numberOfLeadingZeros(difference) / BYTES - below;
        sink.put(below << 4 | length);
        for (int i = 0; i < length; i++) {
            sink.put((int) (difference >>> BYTES * (below + i)));
        }
    }

    static double[] read(ByteSource source, int length) {
        double[] values = new double[length];
        long previous = 0;
        for (int i = 0; i < length; i++) {
            previous ^= readDifference(source);
            values[i] = Double.longBitsToDouble(previous);
        }
        return values;
    }

    private static long readDifference(ByteSource source) {
        int head = source.get();
        int below = head >> 4;
        int length = head & 0xf;
        if (below + length > BYTES) {
            throw new MalformedBlockException("a number of " + (below + length) + " bytes");
        }
        long difference = 0;
        for (int i = 0; i < length; i++) {
            difference |= (long) source.get() << BYTES * (below + i);
        }
        return difference;
    }
}
