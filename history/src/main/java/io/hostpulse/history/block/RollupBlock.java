package io.hostpulse.history.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The minutes of one series in one hour. A minute without a value takes no place and does not come back. Minimum, maximum,
 * last value and count come back as they were; the mean is kept to a hundredth of the last decimal that the others have.
 *
 * <pre>
 * byte    version; 16 more when no minute has two different values
 * varint  which of the 60 minutes there are, one bit each
 * counts  {@link LongColumn}
 * last    {@link ValueColumn}, then unless there is but one value a minute: min, mean, max
 * </pre>
 */
public final class RollupBlock {

    /** How long an hour is, in nanoseconds. */
    public static final long HOUR = 3_600_000_000_000L;

    /** How long a minute is, in nanoseconds. */
    public static final long MINUTE = 60_000_000_000L;

    private static final int VERSION = 1;
    private static final int FLAT = 16;
    private static final long ALL_MINUTES = (1L << 60) - 1;
    private static final int MORE_DECIMALS = 2;

    private RollupBlock() {}

    /**
     * Encodes an hour.
     *
     * @param minutes its minutes in order, each beginning on a minute of the same hour; at least one
     * @return its bytes
     */
    public static byte[] encode(List<Bucket> minutes) {
        ByteSink sink = new ByteSink();
        boolean isFlat = minutes.stream().allMatch(minute -> minute.min() == minute.max());
        sink.put(VERSION | (isFlat ? FLAT : 0));
        sink.putVarint(minutes.stream()
                .mapToLong(minute -> 1L << Math.floorMod(minute.start(), HOUR) / MINUTE)
                .reduce(0, (one, other) -> one | other));
        LongColumn.write(sink, minutes.stream().mapToLong(Bucket::count).toArray());
        double[] last = column(minutes, Bucket::last);
        ValueColumn.write(sink, last);
        if (!isFlat) {
            double[] min = column(minutes, Bucket::min);
            double[] max = column(minutes, Bucket::max);
            ValueColumn.write(sink, min);
            ValueColumn.write(sink, means(minutes, min, max));
            ValueColumn.write(sink, max);
        }
        return sink.toArray();
    }

    private static double[] column(List<Bucket> minutes, ToDoubleFunction<Bucket> part) {
        return minutes.stream().mapToDouble(part).toArray();
    }

    private static double[] means(List<Bucket> minutes, double[] min, double[] max) {
        int decimals = Math.max(Decimals.of(min, min.length), Decimals.of(max, max.length));
        return Arrays.stream(column(minutes, Bucket::mean))
                .map(mean -> decimals == Decimals.NONE ? mean : Decimals.round(mean, decimals + MORE_DECIMALS))
                .toArray();
    }

    /**
     * Decodes an hour.
     *
     * @param hour when it begins, epoch nanoseconds
     * @param bytes what {@link #encode} made
     * @return the minutes that have values, in order
     * @throws MalformedBlockException when the bytes are anything else
     */
    public static List<Bucket> decode(long hour, byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        int head = source.get();
        if ((head & ~FLAT) != VERSION) {
            throw new MalformedBlockException("minutes of version " + head + "; only " + VERSION + " is known");
        }
        long present = source.varint();
        if ((present & ~ALL_MINUTES) != 0) {
            throw new MalformedBlockException("an hour of more than 60 minutes");
        }
        int length = Long.bitCount(present);
        long[] counts = LongColumn.read(source, length);
        double[] last = ValueColumn.read(source, length);
        boolean isFlat = (head & FLAT) != 0;
        double[] min = isFlat ? last : ValueColumn.read(source, length);
        double[] mean = isFlat ? last : ValueColumn.read(source, length);
        double[] max = isFlat ? last : ValueColumn.read(source, length);
        List<Bucket> minutes = new ArrayList<>(length);
        for (int minute = 0; minute < 60; minute++) {
            if ((present & 1L << minute) != 0) {
                int i = minutes.size();
                minutes.add(new Bucket(hour + minute * MINUTE, min[i], mean[i], max[i], last[i], counts[i]));
            }
        }
        return minutes;
    }
}
