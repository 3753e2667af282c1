package io.hostpulse.history;

import io.hostpulse.history.block.Bucket;
import java.util.List;

/**
 * What one series did, thinned. A bucket without a value is not in the list: where one is missing there is a gap.
 *
 * @param series which one
 * @param width how long a bucket is, in nanoseconds; each begins at a multiple of it. Where only coarser values are left, there
 *     is one bucket for each of those
 * @param buckets those that have values, in order
 * @param breaks the numbers of the buckets before which something is missing, ascending, never 0: no line leads there from the
 *     bucket before
 * @param gaps why there is no data, as far as it is known, in order; at most {@value #MAX_GAPS}
 */
public record SeriesHistory(
        SeriesKey series, long width, List<Bucket> buckets, List<Integer> breaks, List<GapSpan> gaps) {

    /** As many reasons as anybody reads. */
    public static final int MAX_GAPS = 1_000;

    /** Copies the lists. */
    public SeriesHistory {
        buckets = List.copyOf(buckets);
        breaks = List.copyOf(breaks);
        gaps = List.copyOf(gaps);
    }
}
