package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void haveDefaultsThatAreSafe() {
        assertThat(settings(Path.of("/nowhere")))
                .isEqualTo(new BrokerSettings(
                        "127.0.0.1",
                        8765,
                        Duration.ofMillis(500),
                        1000,
                        Duration.ofSeconds(10),
                        1024 * 1024,
                        TransportChoice.AUTO));
    }

    @Test
    void areAllMapped() {
        assertThat(settings(
                        Path.of("/nowhere"),
                        "host=0.0.0.0",
                        "port=0",
                        "interval=1s",
                        "max_clients=5",
                        "send_timeout=2s",
                        "max_message_size=2KB",
                        "transport=io-uring"))
                .isEqualTo(new BrokerSettings(
                        "0.0.0.0", 0, Duration.ofSeconds(1), 5, Duration.ofSeconds(2), 2048, TransportChoice.IO_URING));
    }

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        assertThat(settings(PROJECT)).isEqualTo(settings(Path.of("/nowhere")));
    }

    private static BrokerSettings settings(Path workingDirectory, String... values) {
        List<String> overrides =
                List.of(values).stream().map(value -> "broker." + value).toList();
        Config config = Config.load(new ConfigSources(Optional.empty(), overrides, Map.of(), workingDirectory));
        BrokerSettings settings = BrokerSettings.read(config.root().section("broker"));
        for (String other : new String[] {
            "alerts",
            "data",
            "exporter",
            "history",
            "logging",
            "notifications",
            "plugins",
            "processes",
            "queues",
            "sources"
        }) {
            config.skip(other);
        }
        config.finish();
        return settings;
    }
}
