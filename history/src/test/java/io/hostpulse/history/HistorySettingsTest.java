package io.hostpulse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySettingsTest {

    @TempDir
    Path directory;

    private HistorySettings read(String... flags) {
        Config config = Config.load(new ConfigSources(Optional.empty(), List.of(flags), Map.of(), directory));
        HistorySettings settings = HistorySettings.read(config.root().section("history"));
        config.finish();
        return settings;
    }

    @Test
    void defaults() {
        assertThat(read())
                .isEqualTo(new HistorySettings(
                        true,
                        Duration.ofDays(2),
                        Duration.ofDays(30),
                        Duration.ofDays(730),
                        2048L << 20,
                        Duration.ofSeconds(5),
                        5_000));
    }

    @Test
    void fullMapping() {
        assertThat(read(
                        "history.enabled=false",
                        "history.raw=6h",
                        "history.minutes=7d",
                        "history.hours=60d",
                        "history.max_size=64MB",
                        "history.commit_interval=10s",
                        "history.max_series=200"))
                .isEqualTo(new HistorySettings(
                        false,
                        Duration.ofHours(6),
                        Duration.ofDays(7),
                        Duration.ofDays(60),
                        64L << 20,
                        Duration.ofSeconds(10),
                        200));
    }

    @Test
    void theFileThatIsShippedShowsEveryKeyWithItsDefault() throws IOException {
        Path shipped = Path.of("..", "config.yaml").toAbsolutePath();
        Config config = Config.load(new ConfigSources(Optional.of(shipped), List.of(), Map.of(), directory));
        ConfigNode section = config.root().section("history");
        assertThat(section.keys()).hasSize(HistorySettings.class.getRecordComponents().length);
        assertThat(HistorySettings.read(section)).isEqualTo(HistorySettings.DEFAULTS);
        String page = Files.readString(Path.of("..", "docs", "CONFIG.md"));
        assertThat(section.keys()).allSatisfy(key -> assertThat(page).contains("`history." + key + "`"));
    }

    @Test
    void refusesMinutesThatOutliveHours() {
        assertThatThrownBy(() -> read("history.minutes=60d", "history.hours=30d"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("at least as long");
    }
}
