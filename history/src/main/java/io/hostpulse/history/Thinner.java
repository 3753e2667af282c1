package io.hostpulse.history;

import io.hostpulse.history.block.Accumulator;
import io.hostpulse.history.block.Bucket;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers values and buckets into wider buckets. No peak is lost: each bucket has its minimum and maximum. */
final class Thinner {

    private final long width;
    private final long from;
    private final long to;
    private final SortedMap<Long, Accumulator> sums = new TreeMap<>();

    /** For values from one time to another, both multiples of the width. */
    Thinner(long width, long from, long to) {
        this.width = width;
        this.from = from;
        this.to = to;
    }

    /** What is outside is left out. */
    void add(Bucket bucket) {
        long time = bucket.start();
        if (time >= from && time < to) {
            sums.computeIfAbsent(Math.floorDiv(time, width) * width, start -> new Accumulator())
                    .add(bucket);
        }
    }

    List<Bucket> buckets() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().bucket(entry.getKey()))
                .toList();
    }
}
