package io.hostpulse.benchmarks;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.prometheus.Scrape;
import io.hostpulse.prometheus.read.HostReader;
import io.hostpulse.prometheus.table.Mapping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One scrape of a host whose streams have written for an hour: find the newest record of each, map it, write the page. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ScrapeBenchmark {

    /** Captured records, one of each stream; Maven and the scripts start in the project's folder or below it. */
    private static final List<Path> RECORDS = List.of(
            Path.of("prometheus/src/test/resources/records"), Path.of("../../prometheus/src/test/resources/records"));

    private static final int AN_HOUR = 3600;

    private ScratchDirectory directory;
    private Scrape scrape;

    /**
     * Writes the streams.
     *
     * @throws IOException when there is no room for them
     */
    @Setup
    public void write() throws IOException {
        directory = ScratchDirectory.create();
        DataDirectory data = new DataDirectory(directory.path());
        Path records = RECORDS.stream().filter(Files::isDirectory).findFirst().orElseThrow();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(records, "*.json")) {
            for (Path file : files) {
                write(data, file);
            }
        }
        HostReader reader = new HostReader(data, EpochClock.SYSTEM, List::of);
        scrape = new Scrape(reader, new Mapping(Scrape.USUAL_LIMIT));
    }

    private static void write(DataDirectory data, Path file) throws IOException {
        StreamName stream = new StreamName(file.getFileName().toString().replace(".json", ""));
        StreamDescriptor descriptor = new StreamDescriptor(stream, Duration.ofHours(1), "benchmark");
        byte[] payload = Files.readAllBytes(file);
        Path queue = data.queues().resolve(stream.value());
        try (SnapshotAppender appender = SnapshotAppender.open(queue, descriptor, EpochClock.SYSTEM::nanos)) {
            for (int i = 0; i < AN_HOUR; i++) {
                appender.append(RecordKind.OK, EpochClock.SYSTEM.nanos(), ByteBuffer.wrap(payload));
            }
        }
    }

    /**
     * Removes them.
     *
     * @throws IOException when that fails
     */
    @TearDown
    public void remove() throws IOException {
        directory.close();
    }

    /**
     * As curl asks.
     *
     * @return the length of the page
     * @throws IOException when the streams cannot be read
     */
    @Benchmark
    public int plain() throws IOException {
        return scrape.answer(Optional.empty(), Optional.empty()).body().length;
    }

    /**
     * As Prometheus asks.
     *
     * @return the length of the compressed page
     * @throws IOException when the streams cannot be read
     */
    @Benchmark
    public int compressed() throws IOException {
        return scrape.answer(Optional.of("application/openmetrics-text"), Optional.of("gzip"))
                .body()
                .length;
    }
}
