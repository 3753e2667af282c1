package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceAbsentException;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.codec.RecordView;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.Damage;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.SnapshotTail;
import io.hostpulse.common.queue.TailListener;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources with every kind of fault and a healthy one share a process: real threads, real queues. */
class FaultySourcesTest {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Reading DATA =
            new Reading.Ok(Fields.builder().put("total", 1L).build());

    @TempDir
    Path root;

    private final CountDownLatch driver = new CountDownLatch(1);
    private DataDirectory data;

    @Test
    void eachSaysWhatIsWrongAndNoneHoldsUpTheHealthyOne() throws Exception {
        data = new DataDirectory(root);
        data.create();
        Assignment assignment = new Assignment(
                List.of(
                        source("hung", this::hang),
                        source("malformed", () -> failing("/proc/stat: 'cpu x' is no number")),
                        source("descriptors", () -> failing("/proc/net/dev: Too many open files")),
                        source("defect", () -> {
                            throw new IllegalStateException("index 3 out of bounds");
                        }),
                        absent("gpu"),
                        source("healthy", () -> DATA)),
                true);
        try (MarkFile mark = MarkFile.create(data, "collector-all", EpochClock.SYSTEM.nanos());
                Agent group = new Collector()
                        .wire(
                                new ProcessContext("collector-all", data, EpochClock.SYSTEM, mark, () -> {}),
                                assignment)) {
            Await.until("each has spoken", () -> {
                group.doWork(EpochClock.SYSTEM.nanos());
                return group.isReady()
                        && read("healthy").size() >= 10
                        && read("hung").size() >= 3
                        && Stream.of("malformed", "descriptors", "defect")
                                .noneMatch(stream -> read(stream).isEmpty());
            });
            driver.countDown();
            group.drain();
        }
        assertThat(read("healthy")).allMatch(payload -> payload.equals("{\"total\":1}"));
        assertThat(read("hung").get(0)).contains("no answer within 1000 ms");
        assertThat(read("malformed")).allMatch(payload -> payload.contains("'cpu x' is no number"));
        assertThat(read("descriptors")).allMatch(payload -> payload.contains("Too many open files"));
        assertThat(read("defect")).allMatch(payload -> payload.contains("index 3 out of bounds"));
        assertThat(read("gpu")).isEmpty();
        assertThat(Mark.read(data, "collector-all").orElseThrow().counters())
                .containsEntry("hung.read_overruns_total", 1L)
                .containsKey("healthy.reads_total");
    }

    @Test
    void oneThatHangsWhileItIsOpenedSaysSoAndHoldsUpNobody() throws Exception {
        data = new DataDirectory(root);
        data.create();
        SourceType.Opener stuck = context -> {
            hang();
            return () -> DATA;
        };
        Assignment assignment = new Assignment(List.of(opening("stuck", stuck), source("healthy", () -> DATA)), true);
        try (MarkFile mark = MarkFile.create(data, "collector-all", EpochClock.SYSTEM.nanos());
                Agent group = new Collector()
                        .wire(
                                new ProcessContext("collector-all", data, EpochClock.SYSTEM, mark, () -> {}),
                                assignment)) {
            Await.until("one samples and the other waits", () -> {
                group.doWork(EpochClock.SYSTEM.nanos());
                return read("healthy").size() >= 3 && !condition().isEmpty();
            });
            assertThat(condition()).isEqualTo("source stuck waits for its driver");
            driver.countDown();
            Await.until("it samples", () -> !read("stuck").isEmpty());
            assertThat(condition()).isEmpty();
            group.drain();
        }
    }

    private String condition() throws IOException {
        return Mark.read(data, "collector-all").orElseThrow().condition();
    }

    private Reading hang() {
        try {
            driver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return DATA;
    }

    private static Reading failing(String message) throws IOException {
        throw new IOException(message);
    }

    private static ConfiguredSource source(String name, Source source) {
        return opening(name, context -> source);
    }

    private static ConfiguredSource absent(String name) {
        return opening(name, context -> {
            throw new SourceAbsentException("no GPU was found");
        });
    }

    private static ConfiguredSource opening(String name, SourceType.Opener opener) {
        Config config = Config.load(new ConfigSources(Optional.empty(), List.of(), Map.of(), Path.of("")));
        SourceSettings defaults =
                SourceSettings.read(name, config.root().section("sources").section(name), INTERVAL);
        SourceSettings settings =
                new SourceSettings(defaults.stream(), name, true, INTERVAL, DEADLINE, defaults.options());
        return new ConfiguredSource(settings, QueueSettings.DEFAULTS, opener);
    }

    private List<String> read(String stream) {
        Path directory = data.queues().resolve(stream);
        Payloads payloads = new Payloads();
        if (directory.resolve("stream.properties").toFile().exists()) {
            try (SnapshotTail tail = SnapshotTail.after(directory, Position.START)) {
                while (tail.poll(payloads)) {
                    // until the end
                }
            }
        }
        return payloads.all;
    }

    /** Keeps the payloads of a stream that must have no hole. */
    private static final class Payloads implements TailListener {
        private final List<String> all = new ArrayList<>();

        @Override
        public void onRecord(RecordView record) {
            all.add(record.payloadText());
        }

        @Override
        public void onGap(Gap gap) {
            throw new AssertionError(gap);
        }

        @Override
        public void onDamage(Damage damage) {
            throw new AssertionError(damage);
        }
    }
}
