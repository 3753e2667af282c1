package io.hostpulse.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole collector in one thread, on a disk that is too full for it or not. */
class SamplingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOON = 1_735_905_600 * SECOND;
    private static final Reading DATA =
            new Reading.Ok(Fields.builder().put("total", 1L).build());

    @TempDir
    Path root;

    private DataDirectory data;
    private long now = NOON;

    @BeforeEach
    void create() throws IOException {
        data = new DataDirectory(root);
        data.create();
    }

    @Test
    void writesWhileTheDiskHasRoom() throws IOException {
        Mark mark = sampleTwice("queues.min_free=0", "queues.min_free_percent=0");
        assertThat(mark.condition()).isEmpty();
        assertThat(mark.counters()).containsEntry("records_refused_total", 0L);
    }

    @Test
    void saysInItsMarkThatTheDiskIsTooFullAndCountsWhatItDidNotWrite() throws IOException {
        Mark mark = sampleTwice("queues.min_free=1TB", "queues.sync=interval");
        assertThat(mark.condition()).startsWith("no disk space: ").endsWith(" MB needed");
        assertThat(mark.counters()).containsEntry("records_refused_total", 2L).containsEntry("reads_total", 2L);
    }

    private Mark sampleTwice(String... settings) throws IOException {
        try (MarkFile file = MarkFile.create(data, "collector-memory", NOON);
                Agent sampler = sampler(file, settings)) {
            now = sampler.doWork(now);
            now = sampler.doWork(now);
            sampler.doWork(now);
            Mark mark = Mark.read(data, "collector-memory").orElseThrow();
            assertThat(sampler.isReady()).isEqualTo(mark.condition().isEmpty());
            return mark;
        }
    }

    private Agent sampler(MarkFile mark, String... settings) {
        Config config = Config.load(new ConfigSources(Optional.empty(), List.of(settings), Map.of(), root));
        SourceSettings source = SourceSettings.read(
                "memory", config.root().section("sources").section("memory"), Duration.ofSeconds(1));
        QueueSettings queues = QueueSettings.read(config.root().section("queues"));
        ProcessContext context = new ProcessContext("collector-memory", data, () -> now, mark, () -> {});
        return Sampling.of(() -> DATA, source, queues, context);
    }
}
