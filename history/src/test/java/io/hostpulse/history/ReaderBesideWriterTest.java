package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.SECOND;
import static io.hostpulse.history.HistoryFixture.count;
import static io.hostpulse.history.HistoryFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While values move from commits to blocks and from there to minutes and hours, an answer never lacks one or has one twice. */
class ReaderBesideWriterTest {

    private static final int RECORDS = 6_000;

    @TempDir
    Path directory;

    private final AtomicLong committed = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void seesEachCommittedValueOnceAtEveryMoment() throws Exception {
        HistoryFixture fixture = new HistoryFixture(directory);
        try (HistoryWriter writer = fixture.writer()) {
            writer.append(record(1, MIDNIGHT, 1));
            writer.commit();
            committed.set(1);
            CompletableFuture<Integer> fine = CompletableFuture.supplyAsync(() -> look(10_000));
            CompletableFuture<Integer> coarse = CompletableFuture.supplyAsync(() -> look(3));
            try {
                for (int i = 2; i <= RECORDS; i++) {
                    writer.append(record(i, MIDNIGHT + i * (20 * SECOND), i));
                    if (i % 5 == 0) {
                        writer.commit();
                        committed.set(i);
                    }
                }
            } finally {
                done.set(true);
            }
            assertThat(fine.get(1, TimeUnit.MINUTES)).isPositive();
            assertThat(coarse.get(1, TimeUnit.MINUTES)).isPositive();
        }
    }

    /** All values are their own numbers, so the largest tells how many there must be. */
    private int look(int points) {
        int looks = 0;
        try (HistoryReader reader = HistoryReader.open(directory)) {
            do {
                long least = committed.get();
                SeriesHistory answer = HistoryFixture.query(reader, MIDNIGHT, MIDNIGHT + RECORDS * MINUTE, points)
                        .orElseThrow();
                long newest = (long) answer.buckets().stream()
                        .mapToDouble(bucket -> bucket.max())
                        .max()
                        .orElseThrow();
                assertThat(newest).isGreaterThanOrEqualTo(least);
                assertThat(count(answer.buckets())).isEqualTo(newest);
                looks++;
            } while (!done.get());
        }
        return looks;
    }
}
