package io.hostpulse.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.collector.source.disk.DiskSourceType;
import io.hostpulse.collector.source.pipeline.PipelineSourceType;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceTypesTest {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    static Stream<SourceType> all() {
        return SourceTypes.all().stream();
    }

    @Test
    void areFoundByName() {
        assertThat(SourceTypes.all())
                .extracting(SourceType::name)
                .containsExactly(
                        "processor",
                        "memory",
                        "disk",
                        "gpu",
                        "network",
                        "system",
                        "process",
                        "sensors",
                        "http",
                        "command",
                        "textfile",
                        "pipeline");
        assertThat(SourceTypes.named("disk").orElseThrow().defaultInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(SourceTypes.named("abacus")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void readThisHostAtTheFirstReadAndAtTheSecond(SourceType type) throws Exception {
        try (SmallHostpulse hostpulse = new SmallHostpulse(data);
                Examples examples = new Examples(folder)) {
            Options options = examples.optionsOf(type);
            try (Source source = OpenSources.open(type, options.node(), folder, hostpulse.context())) {
                assertSound(source.read());
                assertSound(source.read());
            }
            assertThat(options.problems()).isEmpty();
        }
    }

    @Test
    void refuseAPathOfADiskThatIsNotAbsolute() {
        Options options = Options.of("paths=/,var/lib");
        new DiskSourceType().configure(options.node());
        assertThat(options.problems()).containsExactly("'var/lib' must be an absolute path");
    }

    @Test
    void refuseAWindowInWhichNoGrowthCouldBeSeen() {
        Options options = Options.of("trend_window=5m");
        new PipelineSourceType().configure(options.node());
        assertThat(options.problems())
                .singleElement()
                .asString()
                .contains("'5m' is out of range: it must be from 30m to 7d");
    }

    @Test
    void askListedPathsOfDisksWhateverTheirFilesystem() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc")));
        Options options = Options.of("paths=/proc/sys/..");
        try (SmallHostpulse hostpulse = new SmallHostpulse(data);
                Source source = new DiskSourceType().configure(options.node()).open(hostpulse.context())) {
            Fields fields = ((Reading.Ok) source.read()).fields();
            Value.Sequence mounts = (Value.Sequence) fields.get("mounts").orElseThrow();
            assertThat(mounts.values())
                    .extracting(mount -> ((Fields) mount).get("path").orElseThrow())
                    .isEqualTo(List.of(new Value.Text("/proc")));
        }
    }

    private static void assertSound(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Ok.class);
        Leaves.of(((Reading.Ok) reading).fields(), SourceTypesTest::assertSound);
    }

    private static void assertSound(String path, Value value) {
        if (value instanceof Value.Real real && isMeasuredByAChip(path)) {
            assertThat(real.value()).as(path).isFinite();
        } else if (value instanceof Value.Real real) {
            assertThat(real.value()).as(path).isFinite().isNotNegative();
            if (path.contains("percent") || path.equals("per_core_usage[]")) {
                assertThat(real.value()).as(path).isLessThanOrEqualTo(100);
            }
        } else if (value instanceof Value.Whole whole) {
            assertThat(whole.value()).as(path).isNotNegative();
        }
    }

    /** Temperatures, voltages and currents may be below zero. */
    private static boolean isMeasuredByAChip(String path) {
        return path.matches("(temperature|voltage|current|power)s\\[\\]\\..*|temperature_max");
    }
}
