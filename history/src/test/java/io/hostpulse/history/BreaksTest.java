package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.history.block.Bucket;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreaksTest {

    /** Buckets of values that come every so often, as a question with this width gets them. */
    private static List<Bucket> buckets(long width, LongStream times) {
        Thinner thinner = new Thinner(width, 0, Long.MAX_VALUE / width * width);
        times.forEach(time -> thinner.add(new Bucket(MIDNIGHT + time, 1, 1, 1, 1, 1)));
        return thinner.buckets();
    }

    private static LongStream every(long interval, long from, long to) {
        return LongStream.iterate(from, time -> time < to, time -> time + interval);
    }

    private static List<Integer> breaks(long width, List<Bucket> buckets, GapSpan... gaps) {
        return new Breaks(new QueryPlan(width, Tier.RAW, 0, Long.MAX_VALUE, 0, 0), List.of(gaps)).in(buckets);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 360, 500, 700, 1000, 4000, 4999, 5000, 6000, 7001, 60_000})
    void whatIsWholeHasNone(long millis) {
        long width = millis * 1_000_000;
        for (long interval : new long[] {SECOND / 2, SECOND, 5 * SECOND}) {
            assertThat(breaks(width, buckets(width, every(interval, 0, HOUR)))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 500, 4000, 5000, 60_000})
    void anHourWithoutValuesIsOne(long millis) {
        long width = millis * 1_000_000;
        LongStream times = LongStream.concat(every(5 * SECOND, 0, HOUR), every(5 * SECOND, 2 * HOUR, 3 * HOUR));
        List<Bucket> buckets = buckets(width, times);
        List<Integer> breaks = breaks(width, buckets);
        assertThat(breaks).hasSize(1);
        assertThat(buckets.get(breaks.get(0)).start()).isEqualTo(MIDNIGHT + 2 * HOUR);
    }

    @Test
    void oneEmptyBucketIsOne() {
        LongStream times =
                LongStream.concat(every(SECOND / 2, 0, 10 * MINUTE), every(SECOND / 2, 11 * MINUTE, 20 * MINUTE));
        assertThat(breaks(MINUTE, buckets(MINUTE, times))).containsExactly(10);
    }

    @Test
    void aRecordThatFailedIsOneAsFarAsItCanBeSeen() {
        GapSpan failed = new GapSpan(MIDNIGHT + 10 * SECOND, MIDNIGHT + 10 * SECOND, "failed", "no answer");
        long[] times = {0, 5 * SECOND, 15 * SECOND, 20 * SECOND};
        assertThat(breaks(SECOND, buckets(SECOND, LongStream.of(times)), failed))
                .containsExactly(2);
        assertThat(breaks(MINUTE, buckets(MINUTE, LongStream.of(times)), failed))
                .isEmpty();
    }

    @Test
    void coarserValuesLieFartherApart() {
        Stream<Bucket> hours =
                every(HOUR, 0, 10 * HOUR).mapToObj(time -> new Bucket(MIDNIGHT + time, 1, 1, 1, 1, 7200));
        Stream<Bucket> minutes =
                every(MINUTE, 10 * HOUR, 20 * HOUR).mapToObj(time -> new Bucket(MIDNIGHT + time, 1, 1, 1, 1, 120));
        QueryPlan plan = new QueryPlan(
                MINUTE, Tier.MINUTES, MIDNIGHT, MIDNIGHT + 20 * HOUR, MIDNIGHT + 20 * HOUR, MIDNIGHT + 10 * HOUR);
        List<Bucket> all = Stream.concat(hours, minutes).toList();
        assertThat(new Breaks(plan, List.of()).in(all)).isEmpty();
        List<Bucket> gappy = all.stream()
                .filter(bucket -> bucket.start() != MIDNIGHT + 5 * HOUR)
                .toList();
        assertThat(new Breaks(plan, List.of()).in(gappy)).containsExactly(5);
    }

    @Test
    void oneBucketHasNone() {
        assertThat(breaks(SECOND, buckets(SECOND, LongStream.of(0)))).isEmpty();
        assertThat(breaks(SECOND, List.of())).isEmpty();
    }
}
