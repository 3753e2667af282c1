package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.StreamName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSettingsTest {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @TempDir
    Path directory;

    @Test
    void defaults() {
        ConfigNode node = Sample.in(directory).root().section("sources").section("memory");
        assertThat(SourceSettings.read("memory", node, HALF_A_SECOND))
                .isEqualTo(new SourceSettings(
                        new StreamName("memory"), "memory", true, HALF_A_SECOND, Duration.ofSeconds(2), node));
    }

    @Test
    void fullMapping() {
        String yaml = """
                sources:
                  shop:
                    type: http
                    enabled: false
                    interval: 10s
                    deadline: 1s
                """;
        ConfigNode node =
                Sample.in(directory).file(yaml).root().section("sources").section("shop");
        assertThat(SourceSettings.read("shop", node, HALF_A_SECOND))
                .isEqualTo(new SourceSettings(
                        new StreamName("shop"), "http", false, Duration.ofSeconds(10), Duration.ofSeconds(1), node));
    }

    @Test
    void theDeadlineFollowsALongIntervalUpToAnHour() {
        assertThat(withInterval("10s").deadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(withInterval("1d").deadline()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theDefaultSourcesAreThereEvenIfOnlyOneIsWritten() {
        ConfigNode sources = Sample.in(directory)
                .file("sources: {shop: {type: http}, disk: {enabled: false}}")
                .root()
                .section("sources");
        assertThat(SourceSettings.names(sources))
                .containsExactly(
                        "processor",
                        "memory",
                        "disk",
                        "gpu",
                        "network",
                        "system",
                        "process",
                        "sensors",
                        "pipeline",
                        "shop");
        assertThat(SourceSettings.read("disk", sources.section("disk"), HALF_A_SECOND)
                        .enabled())
                .isFalse();
    }

    @Test
    void namesMustBeGoodForAStreamOfTheirOwn() {
        Sample sample = Sample.in(directory)
                .file("sources:\n  Shop: {type: http}\n  alerts: {type: http}\n  control-x: {type: http}\n");
        assertThat(sample.problems(root -> readAll(root.section("sources"))))
                .containsExactly(
                        "config.yaml:2: sources.Shop: not a name for a source: use lower-case letters, digits, '_' or"
                                + " '-', and begin with a letter",
                        "config.yaml:3: sources.alerts: the name is reserved for a stream of Hostpulse's own: choose"
                                + " another",
                        "config.yaml:4: sources.control-x: the name is reserved for a stream of Hostpulse's own: choose"
                                + " another");
    }

    private SourceSettings withInterval(String interval) {
        ConfigNode node = Sample.in(directory).flags("interval=" + interval).root();
        return SourceSettings.read("disk", node, HALF_A_SECOND);
    }

    private static void readAll(ConfigNode sources) {
        List<String> names = SourceSettings.names(sources);
        names.forEach(name -> SourceSettings.read(name, sources.section(name), HALF_A_SECOND));
    }
}
