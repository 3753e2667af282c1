package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueSettingsTest {

    private static final long MB = 1L << 20;

    @TempDir
    Path directory;

    @Test
    void defaults() {
        assertThat(QueueSettings.read(Sample.in(directory).root().section("queues")))
                .isEqualTo(new QueueSettings(
                        Duration.ofHours(24),
                        512 * MB,
                        2048 * MB,
                        Duration.ofDays(7),
                        500 * MB,
                        5,
                        SyncPolicy.NONE,
                        Duration.ofSeconds(1)));
    }

    @Test
    void fullMapping() {
        String yaml = """
                queues:
                  max_age: 2d
                  max_size: 64MB
                  max_total_size: 100MB
                  cursor_expiry: 1d
                  min_free: 10MB
                  min_free_percent: 2.5
                  sync: interval
                  sync_interval: 250ms
                """;
        assertThat(QueueSettings.read(Sample.in(directory).file(yaml).root().section("queues")))
                .isEqualTo(new QueueSettings(
                        Duration.ofDays(2),
                        64 * MB,
                        100 * MB,
                        Duration.ofDays(1),
                        10 * MB,
                        2.5,
                        SyncPolicy.INTERVAL,
                        Duration.ofMillis(250)));
    }

    @Test
    void aSourceMayKeepMoreOrLess() {
        ConfigNode source =
                Sample.in(directory).flags("max_age=3h", "max_size=8MB").root();
        QueueSettings own = QueueSettings.DEFAULTS.of(source);
        assertThat(own.maxAge()).isEqualTo(Duration.ofHours(3));
        assertThat(own.maxSize()).isEqualTo(8 * MB);
        assertThat(own.cursorExpiry()).isEqualTo(QueueSettings.DEFAULTS.cursorExpiry());
    }
}
