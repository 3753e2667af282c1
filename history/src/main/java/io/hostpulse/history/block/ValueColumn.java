package io.hostpulse.history.block;

import java.util.Arrays;

/**
 * The values of one series at the moments of a block. {@link #ABSENT} stands for "there was no value": it takes no place
 * among the values, and comes back as it was. All others come back bit by bit.
 *
 * <pre>
 * byte    decimals, or 15 for bits; 16 more when values are absent
 * runs    only then: how many are there, how many are absent, in turns until all are told
 * values  whole numbers of the last decimal ({@link LongColumn}), or bits ({@link BitColumn})
 * </pre>
 */
public final class ValueColumn {

    /** No value; no measurement can be this, since those are finite. */
    public static final double ABSENT = Double.NaN;

    private static final int BITS = 15;
    private static final int HAS_ABSENT = 16;

    private ValueColumn() {}

    /**
     * Encodes values.
     *
     * @param values finite numbers or {@link #ABSENT}
     * @return their bytes
     */
    public static byte[] encode(double[] values) {
        ByteSink sink = new ByteSink();
        write(sink, values);
        return sink.toArray();
    }

    /**
     * Decodes values.
     *
     * @param bytes what {@link #encode} made
     * @param length how many values it was given
     * @return these values
     * @throws MalformedBlockException when the bytes are anything else
     */
    public static double[] decode(byte[] bytes, int length) {
        ByteSource source = new ByteSource(bytes);
        double[] values = read(source, length);
        if (!source.isAtEnd()) {
            throw new MalformedBlockException("something follows " + length + " values");
        }
        return values;
    }

    static void write(ByteSink sink, double[] values) {
        double[] present =
                Arrays.stream(values).filter(value -> !isAbsent(value)).toArray();
        int decimals = Decimals.of(present, present.length);
        int absent = present.length < values.length ? HAS_ABSENT : 0;
        sink.put((decimals == Decimals.NONE ? BITS : decimals) | absent);
        if (absent != 0) {
            writeRuns(sink, values);
        }
        if (decimals == Decimals.NONE) {
            BitColumn.write(sink, present, present.length);
        } else {
            LongColumn.write(sink, scaled(present, decimals));
        }
    }

    private static long[] scaled(double[] values, int decimals) {
        return Arrays.stream(values)
                .mapToLong(value -> Decimals.scale(value, decimals))
                .toArray();
    }

    private static void writeRuns(ByteSink sink, double[] values) {
        boolean absent = false;
        for (int i = 0; i < values.length; absent = !absent) {
            int from = i;
            while (i < values.length && isAbsent(values[i]) == absent) {
                i++;
            }
            sink.putVarint(i - from);
        }
    }

    static double[] read(ByteSource source, int length) {
        int head = source.get();
        boolean[] absent = new boolean[length];
        int present = (head & HAS_ABSENT) == 0 ? length : readRuns(source, absent);
        double[] values = readPresent(source, head & ~HAS_ABSENT, present);
        return present == length ? values : spread(values, absent);
    }

    private static int readRuns(ByteSource source, boolean[] absent) {
        int present = 0;
        boolean isAbsent = false;
        for (int i = 0; i < absent.length; isAbsent = !isAbsent) {
            int run = source.count(absent.length - i);
            Arrays.fill(absent, i, i + run, isAbsent);
            present += isAbsent ? 0 : run;
            // A run of none is only the first one's right; anything else would go on for ever.
            if (run == 0 && (isAbsent || i > 0)) {
                throw new MalformedBlockException("a run of nothing");
            }
            i += run;
        }
        return present;
    }

    private static double[] readPresent(ByteSource source, int decimals, int length) {
        if (decimals == BITS) {
            return BitColumn.read(source, length);
        }
        if (decimals > Decimals.MAX) {
            throw new MalformedBlockException("a column of the unknown kind " + decimals);
        }
        return Arrays.stream(LongColumn.read(source, length))
                .mapToDouble(value -> Decimals.restore(value, decimals))
                .toArray();
    }

    private static double[] spread(double[] values, boolean[] absent) {
        double[] spread = new double[absent.length];
        int next = 0;
        for (int i = 0; i < spread.length; i++) {
            spread[i] = absent[i] ? ABSENT : values[next++];
        }
        return spread;
    }

    /**
     * Tells values from their absence.
     *
     * @param value one of a column
     * @return whether there was no value
     */
    public static boolean isAbsent(double value) {
        return Double.isNaN(value);
    }
}
