package io.hostpulse.console.history;

import io.hostpulse.history.block.Bucket;
import java.util.List;

/** Sums buckets up. Pure. */
final class SeriesSum {

    private SeriesSum() {}

    /** One bucket for all of them, which are at least one, in order. */
    static Bucket of(List<Bucket> buckets) {
        long count = buckets.stream().mapToLong(Bucket::count).sum();
        double sum = buckets.stream()
                .mapToDouble(bucket -> bucket.mean() * bucket.count())
                .sum();
        return new Bucket(
                buckets.get(0).start(),
                buckets.stream().mapToDouble(Bucket::min).min().orElseThrow(),
                sum / count,
                buckets.stream().mapToDouble(Bucket::max).max().orElseThrow(),
                buckets.get(buckets.size() - 1).last(),
                count);
    }
}
