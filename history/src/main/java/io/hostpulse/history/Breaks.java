package io.hostpulse.history;

import io.hostpulse.history.block.Bucket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Finds where a line from one bucket to the next would hide that there is nothing between them. How far buckets lie apart when
 * nothing is missing follows from their width, from how often there is a value, and from how fine their tier is. Pure.
 *
 * @param plan how the question was answered
 * @param gaps what is known of missing records
 */
record Breaks(QueryPlan plan, List<GapSpan> gaps) {

    /** Distances beyond so many times the usual one are gaps themselves, and say nothing of how often there is a value. */
    private static final long FAR = 3;

    /** The numbers of the buckets before which something is missing, ascending; never 0. */
    List<Integer> in(List<Bucket> buckets) {
        if (buckets.size() < 2) {
            return List.of();
        }
        long interval = interval(buckets);
        List<Integer> breaks = new ArrayList<>();
        for (int i = 1; i < buckets.size(); i++) {
            long from = buckets.get(i - 1).start();
            long to = buckets.get(i).start();
            if (to - from > usual(from, interval) || isInGap(from + plan.width(), to)) {
                breaks.add(i);
            }
        }
        return breaks;
    }

    /** The mean time between two values, of those parts where nothing is missing. */
    private static long interval(List<Bucket> buckets) {
        long[] distances = IntStream.range(1, buckets.size())
                .mapToLong(i -> buckets.get(i).start() - buckets.get(i - 1).start())
                .toArray();
        long median = LongStream.of(distances).sorted().toArray()[distances.length / 2];
        long time = 0;
        long values = 0;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] <= FAR * median) {
                time += distances[i];
                values += buckets.get(i).count();
            }
        }
        return time / Math.max(1, values);
    }

    /** How far two buckets lie apart at most when nothing is missing: values fall into buckets of whole widths. */
    private long usual(long from, long interval) {
        long coarsest = Math.max(interval, resolution(from));
        return -Math.floorDiv(-coarsest, plan.width()) * plan.width();
    }

    private long resolution(long time) {
        if (time < plan.minutesFrom()) {
            return Tier.HOURS.resolution();
        }
        return time < plan.rawFrom() ? Tier.MINUTES.resolution() : 0;
    }

    private boolean isInGap(long from, long to) {
        return from < to && gaps.stream().anyMatch(gap -> gap.from() < to && gap.to() >= from);
    }
}
