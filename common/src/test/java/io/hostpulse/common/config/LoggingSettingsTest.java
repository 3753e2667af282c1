package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingSettingsTest {

    @TempDir
    Path directory;

    @Test
    void defaults() {
        assertThat(read(Sample.in(directory)))
                .isEqualTo(new LoggingSettings(LogLevel.INFO, Map.of(), 10 * 1024 * 1024, 5));
    }

    @Test
    void fullMapping() {
        String yaml = """
                logging:
                  level: warn
                  levels:
                    io.hostpulse.broker: debug
                    io.netty: off
                  max_file_size: 1MB
                  max_files: 3
                """;
        assertThat(read(Sample.in(directory).file(yaml)))
                .isEqualTo(new LoggingSettings(
                        LogLevel.WARN,
                        Map.of("io.hostpulse.broker", LogLevel.DEBUG, "io.netty", LogLevel.OFF),
                        1024 * 1024,
                        3));
    }

    @Test
    void aLoggersLevelCanBeSetByAFlag() {
        assertThat(read(Sample.in(directory).flags("logging.levels.io.hostpulse=trace"))
                        .levels())
                .isEqualTo(Map.of("io.hostpulse", LogLevel.TRACE));
    }

    @Test
    void aBadLevelIsReportedWithItsLogger() {
        Sample sample = Sample.in(directory).file("logging:\n  levels:\n    io.netty: wran\n");
        assertThat(sample.problems(root -> LoggingSettings.read(root.section("logging"))))
                .containsExactly(
                        "config.yaml:3: logging.levels.io.netty: 'wran' is not one of trace, debug, info, warn,"
                                + " error, off; did you mean 'warn'?");
    }

    private static LoggingSettings read(Sample sample) {
        Config config = sample.load();
        LoggingSettings settings = LoggingSettings.read(config.root().section("logging"));
        config.finish();
        return settings;
    }
}
