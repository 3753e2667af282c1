package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.DAY;
import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.MINUTE;
import static io.hostpulse.history.HistoryFixture.SECOND;
import static io.hostpulse.history.HistoryFixture.STREAM;
import static io.hostpulse.history.HistoryFixture.count;
import static io.hostpulse.history.HistoryFixture.record;
import static io.hostpulse.history.HistoryFixture.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.alert.AlertKey;
import io.hostpulse.common.alert.AlertLevel;
import io.hostpulse.common.alert.AlertState;
import io.hostpulse.common.alert.Measured;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path directory;

    private HistoryFixture fixture;

    @BeforeEach
    void open() {
        fixture = new HistoryFixture(directory.resolve("history"));
    }

    @Test
    void showsACommittedRecordAtOnceAndNoOther() {
        try (HistoryWriter writer = fixture.writer();
                HistoryReader reader = fixture.reader()) {
            writer.append(record(1, MIDNIGHT, 5));
            assertThat(HistoryFixture.query(reader, MIDNIGHT, MIDNIGHT + MINUTE, 60))
                    .isEmpty();
            writer.commit();
            assertThat(HistoryFixture.query(reader, MIDNIGHT, MIDNIGHT + MINUTE, 60)
                            .orElseThrow()
                            .buckets())
                    .containsExactly(new Bucket(MIDNIGHT, 5, 5, 5, 5, 1));
            assertThat(reader.streams()).containsExactly(STREAM);
            assertThat(reader.series(STREAM)).containsExactly(new SeriesKey(STREAM, "depth"));
        }
    }

    @Test
    void takesEachRecordOnceAlsoAcrossRestarts() {
        try (HistoryWriter writer = fixture.writer()) {
            assertThat(writer.append(record(1, MIDNIGHT, 1))).isTrue();
            assertThat(writer.append(record(1, MIDNIGHT, 1))).isFalse();
            writer.commit();
            assertThat(writer.append(record(1, MIDNIGHT, 1))).isFalse();
            writer.append(record(2, MIDNIGHT + SECOND, 2));
        }
        try (HistoryWriter writer = fixture.writer()) {
            assertThat(writer.position(STREAM)).isEqualTo(1);
            assertThat(writer.append(record(2, MIDNIGHT + SECOND, 2))).isTrue();
            writer.commit();
            assertThat(writer.position(STREAM)).isEqualTo(2);
        }
        assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + HOUR, 100).buckets()))
                .isEqualTo(2);
    }

    @Test
    void beginsAStreamAnewWhenItsNumbersBeginAgain() {
        try (HistoryWriter writer = fixture.writer()) {
            fixture.fill(writer, 1, 10, SECOND);
            writer.beginAnew(STREAM);
            assertThat(writer.position(STREAM)).isZero();
            assertThat(writer.append(record(1, MIDNIGHT + HOUR, 7))).isTrue();
            writer.commit();
        }
        assertThat(count(fixture.query(MIDNIGHT, MIDNIGHT + DAY, 10).buckets())).isEqualTo(11);
    }

    @Test
    void aWholeDayIsTheSameInEveryTier() {
        try (HistoryWriter writer = fixture.writer()) {
            fixture.fill(writer, 1, DAY / (10 * SECOND), 10 * SECOND);
        }
        for (int points : new int[] {1, 5, 24, 100, 600, 1440, 5000, 10_000}) {
            List<Bucket> buckets =
                    fixture.query(MIDNIGHT, MIDNIGHT + DAY, points).buckets();
            assertThat(buckets).hasSizeLessThanOrEqualTo(points).hasSizeGreaterThan(points / 3);
            assertThat(count(buckets)).as("%s points", points).isEqualTo(8640);
            assertThat(buckets.get(0).min()).isEqualTo(1);
            assertThat(buckets.get(buckets.size() - 1).max()).isEqualTo(8640);
            assertThat(buckets.get(buckets.size() - 1).last()).isEqualTo(8640);
        }
    }

    @Test
    void oneSharpPeakIsSeenHoweverWideTheBuckets() {
        try (HistoryWriter writer = fixture.writer()) {
            for (int i = 0; i < 7200; i++) {
                writer.append(record(i + 1, MIDNIGHT + i * SECOND, i == 4321 ? 99 : 1));
            }
            writer.commit();
        }
        for (int points : new int[] {1, 2, 50, 7200}) {
            assertThat(fixture.query(MIDNIGHT, MIDNIGHT + 2 * HOUR, points).buckets().stream()
                            .mapToDouble(Bucket::max)
                            .max())
                    .hasValue(99);
        }
    }

    @Test
    void aGapStaysAGapWithItsReason() {
        try (HistoryWriter writer = fixture.writer()) {
            writer.append(record(1, MIDNIGHT, 1));
            writer.append(without(2, MIDNIGHT + 10 * MINUTE, new Reading.Failed("the deadline passed")));
            writer.commit();
            writer.append(without(3, MIDNIGHT + 20 * MINUTE, new Reading.Failed("the deadline passed")));
            writer.append(without(4, MIDNIGHT + 30 * MINUTE, new Reading.Unavailable("the disk sleeps")));
            writer.append(record(9, MIDNIGHT + 40 * MINUTE, 0));
            writer.commit();
        }
        SeriesHistory answer = fixture.query(MIDNIGHT, MIDNIGHT + HOUR, 60);
        assertThat(answer.buckets())
                .containsExactly(
                        new Bucket(MIDNIGHT, 1, 1, 1, 1, 1), new Bucket(MIDNIGHT + 40 * MINUTE, 0, 0, 0, 0, 1));
        assertThat(answer.gaps())
                .containsExactly(
                        new GapSpan(MIDNIGHT + 10 * MINUTE, MIDNIGHT + 20 * MINUTE, "failed", "the deadline passed"),
                        new GapSpan(MIDNIGHT + 30 * MINUTE, MIDNIGHT + 30 * MINUTE, "unavailable", "the disk sleeps"),
                        new GapSpan(
                                MIDNIGHT + 30 * MINUTE,
                                MIDNIGHT + 40 * MINUTE,
                                "lost",
                                "4 records are missing in the stream"));
    }

    @Test
    void aMissingValueIsNoValueInAnyTier() {
        try (HistoryWriter writer = fixture.writer()) {
            for (int i = 0; i < 240; i++) {
                Fields.Builder fields = Fields.builder().put("other", 1L);
                if (i % 2 == 0) {
                    fields.put("depth", 4.0);
                } else {
                    fields.missing("depth", "not told");
                }
                writer.append(record(STREAM, i + 1, MIDNIGHT + i * MINUTE, fields.build()));
            }
            writer.commit();
        }
        assertThat(fixture.query(MIDNIGHT, MIDNIGHT + 4 * HOUR, 240).buckets())
                .hasSize(120)
                .allSatisfy(bucket -> assertThat(bucket.min()).isEqualTo(4));
        assertThat(fixture.query(MIDNIGHT, MIDNIGHT + 4 * HOUR, 4).buckets())
                .hasSize(4)
                .allSatisfy(bucket -> assertThat(bucket.count()).isEqualTo(30));
    }

    @Test
    void aStreamThatFellSilentIsSummedUpWithoutItsNextRecord() {
        try (HistoryWriter writer = fixture.writer()) {
            fixture.fill(writer, 1, 60, MINUTE);
            fixture.now = MIDNIGHT + 5 * HOUR;
            while (writer.upkeep()) {
                // until nothing is due
            }
            Database database = Database.open(directory.resolve("history/history.db"), true);
            assertThat(database.number("select count(*) from tail")).hasValue(0L);
            assertThat(database.number("select count(*) from block where rolled = 0"))
                    .hasValue(0L);
            assertThat(database.number("select sum(count) from hour")).hasValue(60L);
            database.close();
        }
    }

    @Test
    void keepsTheFirstListOfProgramsOfEachMinute() {
        StreamName stream = new StreamName("process");
        try (HistoryWriter writer = fixture.writer();
                HistoryReader reader = fixture.reader()) {
            for (int i = 0; i < 30; i++) {
                Fields program = Fields.builder()
                        .put("pid", 100L + i)
                        .put("name", "java")
                        .put("cpu_percent", 50.0)
                        .put("memory", 4096L)
                        .missing("memory_percent", "not told")
                        .put("state", "running")
                        .put("threads", 7L)
                        .build();
                Fields fields = Fields.builder()
                        .put("total", 3L)
                        .put("top_cpu", List.of(program))
                        .put("top_memory", List.of(program))
                        .build();
                writer.append(record(stream, i + 1, MIDNIGHT + i * (5 * SECOND), fields));
                writer.commit();
            }
            assertThat(reader.series(stream)).containsExactly(new SeriesKey(stream, "total"));
            assertThat(reader.processesAt(MIDNIGHT + 59 * SECOND))
                    .contains(new ProcessSnapshot(
                            MIDNIGHT,
                            List.of(new ProcessSample(
                                    100,
                                    "java",
                                    OptionalDouble.of(50),
                                    OptionalDouble.empty(),
                                    OptionalLong.of(4096),
                                    Optional.of("running"),
                                    OptionalLong.of(7),
                                    Optional.empty()))));
            assertThat(reader.processesAt(MIDNIGHT + 60 * SECOND).orElseThrow().time())
                    .isEqualTo(MIDNIGHT + MINUTE);
            assertThat(reader.processesAt(MIDNIGHT - 1)).isEmpty();
            assertThat(reader.processesAt(MIDNIGHT + HOUR)).isEmpty();
        }
    }

    private static Alert alert(String id, AlertState state, long since, OptionalLong resolved) {
        return new Alert(
                id,
                new AlertKey("memory_high", ""),
                "memory",
                "percentage",
                AlertLevel.WARNING,
                state,
                Measured.of(85.5, 80),
                "High memory usage",
                since,
                since,
                resolved,
                false,
                Optional.empty(),
                List.of(),
                Map.of());
    }

    private static HistoryRecord change(long sequence, long time, Alert alert) {
        Fields.Builder fields = Fields.builder().put("entry", "changed");
        AlertFields.of(alert).values().forEach(fields::put);
        return record(new StreamName("alerts"), sequence, time, fields.build());
    }

    @Test
    void keepsEachAlertAsItStoodLast() {
        Alert over = alert("aa", AlertState.RESOLVED, MIDNIGHT, OptionalLong.of(MIDNIGHT + HOUR));
        Alert on = alert("bb", AlertState.FIRING, MIDNIGHT + 3 * HOUR, OptionalLong.empty());
        try (HistoryWriter writer = fixture.writer();
                HistoryReader reader = fixture.reader()) {
            writer.append(change(1, MIDNIGHT, alert("aa", AlertState.FIRING, MIDNIGHT, OptionalLong.empty())));
            writer.append(record(
                    new StreamName("alerts"),
                    2,
                    MIDNIGHT,
                    Fields.builder().put("entry", "routed").build()));
            writer.append(change(3, MIDNIGHT + HOUR, over));
            writer.append(change(4, MIDNIGHT + 3 * HOUR, on));
            writer.commit();
            assertThat(reader.alerts(MIDNIGHT, MIDNIGHT + DAY, 10)).containsExactly(on, over);
            assertThat(reader.alerts(MIDNIGHT + 2 * HOUR, MIDNIGHT + DAY, 10)).containsExactly(on);
            assertThat(reader.alerts(MIDNIGHT, MIDNIGHT + DAY, 1)).containsExactly(on);
            assertThat(reader.alerts(MIDNIGHT + HOUR / 2, MIDNIGHT + HOUR, 10)).containsExactly(over);
        }
    }

    @Test
    void peopleReadTablesAndTimesAsText() {
        try (HistoryWriter writer = fixture.writer()) {
            StreamName disk = new StreamName("disk");
            for (int i = 0; i < 121; i++) {
                Fields.Builder fields = Fields.builder().put("percentage", 50.0).put("read_bytes_per_sec", 100.0);
                if (i < 60) {
                    fields.put("write_bytes_per_sec", 20.0);
                } else {
                    fields.missing("write_bytes_per_sec", "the counter went backwards");
                }
                writer.append(record(disk, i + 1, MIDNIGHT + i * MINUTE, fields.build()));
            }
            writer.append(record(1, MIDNIGHT, 3));
            writer.append(record(2, MIDNIGHT + 2 * HOUR, 3));
            writer.commit();
        }
        Database database = Database.open(directory.resolve("history/history.db"), true);
        assertThat(
                        texts(
                                database,
                                "select timestamp || ' ' || disk_usage || ' ' || ifnull(disk_io, 'null') from"
                                        + " system_metrics where timestamp in ('2026-01-01T00:59:00Z', '2026-01-01T01:00:00Z')"))
                .containsExactly("2026-01-01T00:59:00Z 50.0 120.0", "2026-01-01T01:00:00Z 50.0 null");
        assertThat(texts(
                        database,
                        "select timestamp || ' ' || metric || ' ' || count from hourly_metrics"
                                + " where stream = 'disk' and metric = 'percentage' order by 1"))
                .containsExactly("2026-01-01T00:00:00Z percentage 60", "2026-01-01T01:00:00Z percentage 60");
        assertThat(texts(database, "select metric_name || ' ' || metric_value || ' ' || tags from custom_metrics"))
                .containsExactly("depth 3.0 {\"stream\":\"orders\"}");
        for (String view : List.of("process_metrics", "alerts", "gaps")) {
            assertThat(texts(database, "select count(*) from " + view)).hasSize(1);
        }
        database.close();
    }

    private static List<String> texts(Database database, String sql) {
        return database.list(sql, row -> row.getString(1));
    }

    @Test
    void keepsNoMoreSeriesThanAStreamMayHave() {
        HistorySettings settings = new HistorySettings(
                true,
                HistorySettings.DEFAULTS.raw(),
                HistorySettings.DEFAULTS.minutes(),
                HistorySettings.DEFAULTS.hours(),
                HistorySettings.DEFAULTS.maxSize(),
                HistorySettings.DEFAULTS.commitInterval(),
                100);
        try (HistoryWriter writer = fixture.writer(settings);
                HistoryReader reader = fixture.reader()) {
            for (int i = 0; i < 200; i++) {
                Fields fields = Fields.builder().put("made_up_" + i, 1L).build();
                writer.append(record(STREAM, i + 1, MIDNIGHT + i * SECOND, fields));
            }
            writer.commit();
            assertThat(reader.series(STREAM)).hasSize(100);
            assertThat(writer.position(STREAM)).isEqualTo(200);
        }
    }

    @Test
    void namesThatAreGoneMakeRoomForOthers() {
        HistorySettings settings = new HistorySettings(
                true,
                HistorySettings.DEFAULTS.raw(),
                HistorySettings.DEFAULTS.minutes(),
                HistorySettings.DEFAULTS.hours(),
                HistorySettings.DEFAULTS.maxSize(),
                HistorySettings.DEFAULTS.commitInterval(),
                100);
        try (HistoryWriter writer = fixture.writer(settings);
                HistoryReader reader = fixture.reader()) {
            for (int day = 0; day < 3; day++) {
                for (int i = 0; i < 80; i++) {
                    Fields fields =
                            Fields.builder().put("veth_" + day + "_" + i, 1L).build();
                    writer.append(record(STREAM, day * 80 + i + 1, MIDNIGHT + day * (2 * DAY) + i * SECOND, fields));
                }
                writer.commit();
            }
            assertThat(reader.series(STREAM)).hasSize(240);
        }
    }

    @Test
    void aReasonThatIsNeverTheSameGetsARowAMinute() {
        try (HistoryWriter writer = fixture.writer()) {
            writer.append(record(1, MIDNIGHT, 1));
            for (int i = 0; i < 300; i++) {
                Reading reading = new Reading.Failed("no answer for " + i + " s");
                writer.append(without(2 + i, MIDNIGHT + i * SECOND, reading));
            }
            writer.commit();
        }
        assertThat(fixture.query(MIDNIGHT, MIDNIGHT + HOUR, 60).gaps()).hasSize(5);
    }

    @Test
    void takesNoMoreThanCanWait() {
        try (HistoryWriter writer = fixture.writer()) {
            for (int i = 0; i < HistoryWriter.MAX_PENDING; i++) {
                writer.append(record(i + 1, MIDNIGHT + i * SECOND, 1));
            }
            assertThatThrownBy(() -> writer.append(record(20_000, MIDNIGHT, 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("commit before");
            writer.commit();
            assertThat(writer.pending()).isZero();
        }
    }

    @Test
    void asksForSomethingThatIsNotThere() {
        assertThatThrownBy(() -> fixture.reader())
                .isInstanceOfSatisfying(HistoryException.class, e -> assertThat(e.failure())
                        .isEqualTo(HistoryException.Failure.ABSENT));
        try (HistoryWriter writer = fixture.writer();
                HistoryReader reader = fixture.reader()) {
            assertThat(writer.position(STREAM)).isZero();
            assertThat(HistoryFixture.query(reader, MIDNIGHT, MIDNIGHT + 1, 1)).isEmpty();
            assertThat(reader.series(STREAM)).isEmpty();
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        fixture.writer().close();
        assertThat(Files.getPosixFilePermissions(fixture.directory))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void readsOnAfterTheWriterIsGone() {
        try (HistoryWriter writer = fixture.writer()) {
            fixture.fill(writer, 1, 100, SECOND);
        }
        try (HistoryReader reader = fixture.reader()) {
            assertThat(count(HistoryFixture.query(reader, MIDNIGHT, MIDNIGHT + HOUR, 100)
                            .orElseThrow()
                            .buckets()))
                    .isEqualTo(100);
        }
    }
}
