package io.hostpulse.exporter.sink.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.exporter.fixture.MovedAway;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.history.HistoryReader;
import io.hostpulse.history.SeriesHistory;
import io.hostpulse.history.SeriesKey;
import io.hostpulse.history.SeriesQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistorySinkTest extends SinkContract {

    private static final StreamName MEMORY = new StreamName("memory");

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return Options.read("", new HistorySinkType()).open(surroundings);
    }

    private Path directory() {
        return surroundings().data().root().resolve("history");
    }

    /** The records say their numbers themselves; those without data are known by their moments. */
    @Override
    protected List<String> stored() {
        List<String> stored = new ArrayList<>();
        try (HistoryReader reader = HistoryReader.open(directory())) {
            for (StreamName stream : reader.streams()) {
                SeriesHistory history = reader.query(new SeriesQuery(
                                new SeriesKey(stream, "n"), Records.BEGIN, Records.BEGIN + 60 * Records.SECOND, 10_000))
                        .orElseThrow();
                history.gaps().stream()
                        .mapToLong(gap -> (gap.from() - Records.BEGIN) * 2 / Records.SECOND)
                        .forEach(sequence -> stored.add(stream + "/" + sequence));
                history.buckets().stream()
                        .flatMapToLong(bucket ->
                                LongStream.generate(() -> (long) bucket.last()).limit(bucket.count()))
                        .forEach(sequence -> stored.add(stream + "/" + sequence));
            }
        }
        return stored;
    }

    @Override
    protected void breakOtherEnd() throws IOException {
        new MovedAway(directory()).breakIt();
    }

    @Override
    protected void mendOtherEnd() throws IOException {
        new MovedAway(directory()).mend();
    }

    /** A kill lets go of the lock; what a real one leaves in the files is for KillTest. */
    @Override
    protected void kill(Sink sink) {
        sink.close();
    }

    @Test
    void asksAgainForWhatItDoesNotHaveAndThenTakesWhatThereIs() throws IOException {
        try (Sink sink = open(surroundings())) {
            sink.write(Records.batch(1, 10));
        }
        try (Sink sink = open(surroundings())) {
            long newest = Records.BEGIN + 10 * Records.SECOND / 2;
            assertThat(sink.write(Records.batch(15, 20)))
                    .isEqualTo(new SinkOutcome.ReadAgain(Map.of(MEMORY, newest, new StreamName("processor"), newest)));
            assertThat(sink.write(Records.batch(10, 20))).isEqualTo(SinkOutcome.WRITTEN);
            assertThat(stored()).contains("memory/11").hasSize(40);
            // It asks once: what the queues do not hold any more is gone.
            assertThat(sink.write(Records.batch(30, 31))).isEqualTo(SinkOutcome.WRITTEN);
        }
    }

    @Test
    void fillsAHistoryThatSomebodyRemoved() throws IOException {
        try (Sink sink = open(surroundings())) {
            sink.write(Records.batch(1, 10));
            try (Stream<Path> files = Files.list(directory())) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            assertThat(sink.write(Records.batch(11, 20)))
                    .isEqualTo(new SinkOutcome.ReadAgain(Map.of(MEMORY, 0L, new StreamName("processor"), 0L)));
            assertThat(sink.write(Records.batch(1, 20))).isEqualTo(SinkOutcome.WRITTEN);
            assertThat(stored()).hasSize(40);
        }
    }

    @Test
    void goesOnWithAStreamThatBeganAnew() throws IOException {
        try (Sink sink = open(surroundings())) {
            sink.write(new Batch(List.of(Records.record("memory", 1), Records.record("memory", 2))));
        }
        ExportRecord anew = Records.at("memory", 1, Records.BEGIN + 5 * Records.SECOND);
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(new Batch(List.of(anew)))).isEqualTo(SinkOutcome.WRITTEN);
            assertThat(stored()).containsExactly("memory/1", "memory/2", "memory/1");
        }
    }

    @Test
    void refusesARecordThatIsNoObjectAndWritesTheOthers() throws IOException {
        ExportRecord broken = Records.with(Records.record("memory", 2), "no json");
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(new Batch(List.of(Records.record("memory", 1), broken))))
                    .isInstanceOf(SinkOutcome.Refused.class);
            sink.write(new Batch(List.of(Records.record("memory", 1))));
            sink.write(new Batch(List.of(Records.record("memory", 3))));
            assertThat(stored()).contains("memory/1", "memory/3");
        }
    }

    @Test
    void setsADamagedHistoryAsideAndFillsANewOne() throws IOException {
        try (Sink sink = open(surroundings())) {
            sink.write(Records.batch(1, 10));
        }
        Files.writeString(directory().resolve("history.db"), "no database at all".repeat(1000));
        try (Sink sink = open(surroundings())) {
            assertThat(sink.write(Records.batch(11, 20))).isInstanceOf(SinkOutcome.ReadAgain.class);
            assertThat(sink.write(Records.batch(1, 20))).isEqualTo(SinkOutcome.WRITTEN);
        }
        assertThat(stored()).hasSize(40);
        try (Stream<Path> files = Files.list(directory())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("history.db.damaged-"));
        }
    }

    @Test
    void tellsWhatItTakes() {
        try (Sink sink = open(surroundings())) {
            assertThat(sink.size()).isEmpty();
            sink.write(Records.batch(1, 10));
            sink.tick(Records.BEGIN);
            assertThat(sink.size().orElseThrow()).isGreaterThan(4096);
        }
    }
}
