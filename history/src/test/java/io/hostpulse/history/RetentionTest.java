package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.DAY;
import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.count;
import static io.hostpulse.history.HistoryFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.history.block.Bucket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final int DAYS = 5;
    private static final long NO_LIMIT = 1L << 40;

    @TempDir
    Path directory;

    private HistoryFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(directory);
    }

    private static void finish(HistoryWriter writer) {
        int steps = 0;
        while (writer.upkeep()) {
            assertThat(++steps).as("steps of upkeep").isLessThan(10_000);
        }
    }

    private long rows(String table) {
        Database database = Database.open(new HistoryFiles(directory).database(), true);
        try {
            return database.number("select count(*) from " + table).orElseThrow();
        } finally {
            database.close();
        }
    }

    @Test
    void removesEachTierAtItsOwnAgeAndGoesOnAnsweringFromTheCoarserOne() {
        HistorySettings settings =
                HistoryFixture.keeping(Duration.ofHours(6), Duration.ofDays(2), Duration.ofDays(4), NO_LIMIT);
        try (HistoryWriter writer = fixture.writer(settings)) {
            fixture.fill(writer, 1, DAYS * DAY / MINUTE + 1, MINUTE);
            fixture.now = MIDNIGHT + DAYS * DAY;
            finish(writer);
        }
        long end = MIDNIGHT + DAYS * DAY;
        assertThat(rows("block where start < " + (end - 6 * HOUR))).isZero();
        assertThat(rows("block where start >= " + (end - 6 * HOUR))).isEqualTo(36);
        assertThat(rows("minute")).isEqualTo(48);
        assertThat(rows("hour")).isEqualTo(96);

        List<Bucket> fine = fixture.query(end - 12 * HOUR, end, 10_000).buckets();
        assertThat(count(fine)).isEqualTo(720);
        List<Bucket> threeDaysAgo =
                fixture.query(end - 3 * DAY, end - 3 * DAY + HOUR, 10_000).buckets();
        assertThat(threeDaysAgo).hasSize(1);
        assertThat(threeDaysAgo.get(0).count()).isEqualTo(60);
        assertThat(fixture.query(MIDNIGHT, MIDNIGHT + HOUR, 60).buckets()).isEmpty();
        assertThat(count(fixture.query(MIDNIGHT, end, 10_000).buckets())).isEqualTo(4 * 1440);
    }

    @Test
    void neverRemovesByAgeWhatIsNotSummedUpYet() {
        HistorySettings settings =
                HistoryFixture.keeping(Duration.ofHours(1), Duration.ofDays(30), Duration.ofDays(30), NO_LIMIT);
        try (HistoryWriter writer = fixture.writer(settings)) {
            fixture.fill(writer, 1, 59, MINUTE);
            fixture.now = MIDNIGHT + 10 * DAY;
            finish(writer);
        }
        assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + HOUR, 1).buckets())).isEqualTo(59);
    }

    @Test
    void aClockThatIsWrongForAMomentMakesNothingOld() {
        HistorySettings settings =
                HistoryFixture.keeping(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1), NO_LIMIT);
        try (HistoryWriter writer = fixture.writer(settings)) {
            fixture.fill(writer, 1, 300, MINUTE);
        }
        fixture.now = MIDNIGHT + 9_000 * DAY;
        try (HistoryWriter writer = fixture.writer(settings)) {
            finish(writer);
        }
        assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + 5 * HOUR, 5).buckets()))
                .isEqualTo(300);
    }

    @Test
    void staysBelowTheLimitOnBytesAndGivesPagesBack() {
        long limit = 2L << 20;
        HistorySettings settings =
                HistoryFixture.keeping(Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(30), limit);
        SplittableRandom random = new SplittableRandom(1);
        long sequence = 0;
        long largest = 0;
        try (HistoryWriter writer = fixture.writer(settings)) {
            for (int hour = 0; hour < 120; hour++) {
                for (int i = 0; i < 3600; i++) {
                    long time = MIDNIGHT + hour * HOUR + i * HistoryFixture.SECOND;
                    writer.append(record(++sequence, time, random.nextDouble()));
                    fixture.now = time;
                }
                writer.commit();
                finish(writer);
                largest = Math.max(largest, writer.size().usedBytes());
            }
            HistorySize size = writer.size();
            assertThat(size.usedBytes()).isLessThanOrEqualTo(limit);
            assertThat(size.freeBytes()).isLessThan(limit);
        }
        assertThat(largest).isLessThan(limit + (1 << 20));
        assertThat(rows("hour")).isGreaterThan(100);
        long end = MIDNIGHT + 120 * HOUR;
        assertThat(count(fixture.query(end - 5 * HOUR, end, 1000).buckets())).isEqualTo(5 * 3600);
    }

    @Test
    void aStepIsSmall() {
        HistorySettings settings =
                HistoryFixture.keeping(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1), NO_LIMIT);
        try (HistoryWriter writer = fixture.writer(settings)) {
            fixture.fill(writer, 1, 3 * DAY / MINUTE, MINUTE);
            fixture.now = MIDNIGHT + 3 * DAY;
            long before = rows("block");
            assertThat(writer.upkeep()).isTrue();
            assertThat(before - rows("block")).isBetween(1L, 48L);
        }
    }
}
