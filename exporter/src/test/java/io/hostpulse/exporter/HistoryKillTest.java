package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.RunningExporter;
import io.hostpulse.history.HistoryReader;
import io.hostpulse.history.SeriesHistory;
import io.hostpulse.history.SeriesKey;
import io.hostpulse.history.SeriesQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real exporter that is killed again and again while it writes the history, puts it in order and sums it up. At which moments depends on a
 * seed, which is printed.
 */
class HistoryKillTest {

    /** Set {@code -Dhostpulse.kills=100} for the long form. */
    private static final int KILLS = Integer.getInteger("hostpulse.kills", 8);

    /** For each life more than it can write: together some hours of a stream, so that hours are summed up meanwhile. */
    private static final int EACH = 6_000;

    private static final int RECORDS = EACH * (KILLS + 1);

    private static final Duration HALF = Duration.ofMillis(500);
    private static final int MOST_POINTS = SeriesQuery.MAX_POINTS;

    @TempDir
    Path root;

    @Test
    void everyRecordIsInTheHistoryOnce() throws Exception {
        long seed = Long.getLong("hostpulse.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Queues queues = new Queues(root.resolve("data"));
        queues.write("memory", EACH, HALF);
        Path config = Files.writeString(root.resolve("config.yaml"), "history:\n  commit_interval: 1s\n");
        Path history = queues.data().root().resolve("history");
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            RunningExporter exporter = RunningExporter.start(queues.data(), config);
            exporter.awaitRunning();
            queues.write("memory", EACH, HALF);
            exporter.killAfter(random.nextInt(800));
            interrupted += isBehind(history, (kill + 2L) * EACH) ? 1 : 0;
        }
        System.out.println(interrupted + " of " + KILLS + " kills while there was something to write");
        assertThat(interrupted).isPositive();
        RunningExporter.start(queues.data(), config).finish(List.of("history"));
        assertThat(values(history))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, RECORDS).boxed().toList());
    }

    /** What a kill left is whole before anybody has mended it. */
    private static boolean isBehind(Path history, long newest) throws SQLException {
        if (!Files.exists(history.resolve("history.db"))) {
            return true;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.resolve("history.db"));
                Statement statement = connection.createStatement()) {
            try (ResultSet verdict = statement.executeQuery("pragma integrity_check")) {
                assertThat(verdict.next()).isTrue();
                assertThat(verdict.getString(1)).isEqualTo("ok");
            }
            try (ResultSet tables =
                    statement.executeQuery("select count(*) from sqlite_master where name = 'stream'")) {
                if (tables.getInt(1) == 0) {
                    return true;
                }
            }
            try (ResultSet row = statement.executeQuery("select coalesce(max(last_sequence), 0) from stream")) {
                return row.getLong(1) < newest;
            }
        }
    }

    /** Each value by itself, in the order of time. */
    private static List<Long> values(Path history) {
        List<Long> values = new ArrayList<>();
        SeriesKey key = new SeriesKey(new StreamName("memory"), "n");
        try (HistoryReader reader = HistoryReader.open(history)) {
            long window = MOST_POINTS / 2 * HALF.toNanos();
            for (long from = Records.BEGIN; from <= Records.BEGIN + RECORDS * HALF.toNanos(); from += window) {
                SeriesHistory answer = reader.query(new SeriesQuery(key, from, from + window, MOST_POINTS))
                        .orElseThrow();
                assertThat(answer.gaps()).isEmpty();
                answer.buckets().forEach(bucket -> {
                    assertThat(bucket.count()).isEqualTo(1);
                    values.add((long) bucket.last());
                });
            }
        }
        return values;
    }
}
