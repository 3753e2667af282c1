package io.hostpulse.history.block;

/**
 * Whole numbers as differences to their predecessors. A difference of zero stands with the length of its run, so that what
 * does not change takes three bytes however long it is. How many numbers there are is known from elsewhere.
 */
final class LongColumn {

    private LongColumn() {}

    static void write(ByteSink sink, long[] values) {
        write(sink, values, values.length);
    }

    static void write(ByteSink sink, long[] values, int length) {
        long previous = 0;
        for (int i = 0; i < length; i++) {
            // Wraps around between the ends of the range, and back when it is read.
            long difference = values[i] - previous;
            if (difference == 0) {
                int run = runFrom(values, i, length, previous);
                sink.put(0);
                sink.putVarint(run - 1L);
                i += run - 1;
            } else {
                sink.putZigzag(difference);
            }
            previous = values[i];
        }
    }

    private static int runFrom(long[] values, int from, int length, long value) {
        int i = from;
        while (i < length && values[i] == value) {
            i++;
        }
        return i - from;
    }

    static long[] read(ByteSource source, int length) {
        long[] values = new long[length];
        long previous = 0;
        for (int i = 0; i < length; i++) {
            long difference = source.zigzag();
            if (difference == 0) {
                for (int run = source.count(length - i - 1); run > 0; run--) {
                    values[i++] = previous;
                }
            }
            previous += difference;
            values[i] = previous;
        }
        return values;
    }

    /** For numbers that grow evenly, such as times and sequences: the differences are what does not change. */
    static void writeEven(ByteSink sink, long[] values) {
        long[] steps = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            steps[i] = i == 0 ? values[0] : values[i] - values[i - 1];
        }
        write(sink, steps);
    }

    static long[] readEven(ByteSource source, int length) {
        long[] values = read(source, length);
        for (int i = 1; i < length; i++) {
            values[i] += values[i - 1];
        }
        return values;
    }
}
