package io.hostpulse.broker.fanout;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import java.util.ArrayList;
import java.util.List;

/**
 * How long something took, as counters in a mark file: for each bound {@code NAME_le_<ms>_ms_total}, how many took at most so long; then
 * {@code NAME_count_total} and {@code NAME_sum_us_total}, microseconds of all together. One writer.
 */
final class LatencyHistogram {

    private static final long[] BOUNDS_MILLIS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1000;

    private final List<Counter> buckets = new ArrayList<>();
    private final Counter count;
    private final Counter sum;

    LatencyHistogram(ProcessMark mark, String name) {
        for (long bound : BOUNDS_MILLIS) {
            buckets.add(mark.counter(name + "_le_" + bound + "_ms_total"));
        }
        count = mark.counter(name + "_count_total");
        sum = mark.counter(name + "_sum_us_total");
    }

    void add(long nanos) {
        for (int i = 0; i < BOUNDS_MILLIS.length; i++) {
            if (nanos <= BOUNDS_MILLIS[i] * NANOS_PER_MILLI) {
                buckets.get(i).add(1);
            }
        }
        count.add(1);
        sum.add(nanos / NANOS_PER_MICRO);
    }
}
