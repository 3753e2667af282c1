package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.count;
import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.block.Segment;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.testkit.ThisJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real writer, killed again and again at any moment, with a reader beside it. */
class KilledWriterTest {

    private static final int KILLS = 15;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    Path root;

    private Path history;
    private Path temporary;

    @BeforeEach
    void folders() throws IOException {
        history = root.resolve("history");
        temporary = Files.createDirectory(root.resolve("tmp"));
    }

    @Test
    void keepsEveryCommittedRecordOnceWheneverItsWriterIsKilled() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        long[] promised = {0, 0};
        for (int kill = 0; kill < KILLS; kill++) {
            promised = killAfter(1 + random.nextInt(60), promised);
            check(promised, "seed " + seed + ", kill " + kill);
        }
        assertThat(promised[0]).isGreaterThan(KILLS * 7L);
        assertThat(listed(temporary)).as("files outside of the data directory").isEmpty();
        assertThat(listed(history.resolve("lib"))).hasSize(1);
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Lets it commit a few times and kills it, most often in the middle of the next one. */
    private long[] killAfter(int commits, long[] promised) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command()).redirectErrorStream(true).start();
        long[] last = promised;
        List<String> other = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            for (int seen = 0; line != null; line = lines.readLine()) {
                if (line.startsWith("committed ")) {
                    last = Stream.of(line.substring(10).split(" "))
                            .mapToLong(Long::parseLong)
                            .toArray();
                    if (++seen == commits) {
                        // Not through the process itself, which would close what is still to be read.
                        process.toHandle().destroyForcibly();
                    }
                } else {
                    other.add(line);
                }
            }
        }
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(other).containsExactly("open");
        return last;
    }

    private List<String> command() {
        return ThisJvm.command(
                List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx64m", "-Djava.io.tmpdir=" + temporary),
                "io.hostpulse.history.RecordingMain",
                List.of(history.toString()));
    }

    private void check(long[] promised, String when) {
        // As the next process finds it.
        Database database = Database.open(new HistoryFiles(history).database(), false);
        try {
            assertThat(database.list("pragma integrity_check", row -> row.getString(1)))
                    .as(when)
                    .containsExactly("ok");
            for (int i = 0; i < promised.length; i++) {
                StreamName stream = RecordingMain.STREAMS.get(i);
                long position = database.number("select last_sequence from stream where name = ?", stream.value())
                        .orElseThrow();
                assertThat(position).as(when).isGreaterThanOrEqualTo(promised[i]);
                assertThat(sequences(database, stream))
                        .as(when)
                        .containsExactly(LongStream.rangeClosed(1, position).toArray());
                assertValues(stream, position, when);
            }
        } finally {
            database.close();
        }
    }

    /** The numbers of all records that are in raw blocks and in the tail. */
    private static long[] sequences(Database database, StreamName stream) {
        LongStream.Builder found = LongStream.builder();
        database.each(
                "select timeline from block where stream = (select id from stream where name = ?)",
                row -> LongStream.of(Timeline.decode(row.getBytes(1)).sequences())
                        .forEach(found),
                stream.value());
        database.each(
                "select data from tail where stream = (select id from stream where name = ?)",
                row -> LongStream.of(Segment.open(row.getBytes(1)).timeline().sequences())
                        .forEach(found),
                stream.value());
        return found.build().sorted().toArray();
    }

    private void assertValues(StreamName stream, long position, String when) {
        long end = HistoryFixture.MIDNIGHT + (position + 1) * RecordingMain.INTERVAL;
        try (HistoryReader reader = HistoryReader.open(history)) {
            for (int points : new int[] {1, 50, 10_000}) {
                SeriesHistory answer = reader.query(
                                new SeriesQuery(new SeriesKey(stream, "depth"), HistoryFixture.MIDNIGHT, end, points))
                        .orElseThrow();
                assertThat(count(answer.buckets())).as(when).isEqualTo(position);
                assertThat(answer.buckets().get(0).min()).isEqualTo(1);
                assertThat(answer.buckets().get(answer.buckets().size() - 1).last())
                        .isEqualTo((double) position);
                assertThat(answer.gaps()).as(when).isEmpty();
            }
        }
    }
}
