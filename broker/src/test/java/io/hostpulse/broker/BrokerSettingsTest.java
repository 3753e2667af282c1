package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.broker.auth.AccessMode;
import io.hostpulse.broker.auth.AccessSettings;
import io.hostpulse.broker.transport.TlsSettings;
import io.hostpulse.broker.transport.TransportChoice;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    private static final List<String> OTHERS = List.of(
            "alerts",
            "data",
            "exporter",
            "history",
            "logging",
            "notifications",
            "plugins",
            "processes",
            "queues",
            "sources");

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
                        Duration.ofSeconds(40),
                        1024 * 1024,
                        100,
                        Duration.ofSeconds(20),
                        1000,
                        500,
                        Duration.ofSeconds(5),
                        List.of("pipeline", "process"),
                        64,
                        8 * 1024 * 1024,
                        true,
                        TransportChoice.AUTO,
                        AccessSettings.DEFAULT,
                        Optional.empty()));
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
                        "idle_timeout=3s",
                        "max_message_size=2KB",
                        "max_message_rate=7",
                        "request_timeout=4s",
                        "max_http_connections=50",
                        "max_http_connections_per_address=9",
                        "reconnect_spread=0",
                        "on_request=disk,process",
                        "max_subscriptions=3",
                        "replay_rate=1MB",
                        "compression=false",
                        "transport=io-uring",
                        "auth=all",
                        "allow_plaintext_tokens=true",
                        "allowed_origins=https://Status.example,null",
                        "allowed_hosts=atlas.example",
                        "rate_limit=7",
                        "tls.certificate=/c.pem",
                        "tls.key=/k.pem"))
                .isEqualTo(new BrokerSettings(
                        "0.0.0.0",
                        0,
                        Duration.ofSeconds(1),
                        5,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        2048,
                        7,
                        Duration.ofSeconds(4),
                        50,
                        9,
                        Duration.ZERO,
                        List.of("disk", "process"),
                        3,
                        1024 * 1024,
                        false,
                        TransportChoice.IO_URING,
                        new AccessSettings(
                                AccessMode.ALL,
                                true,
                                Set.of("https://status.example", "null"),
                                Set.of("atlas.example"),
                                7),
                        Optional.of(new TlsSettings(Path.of("/c.pem"), Path.of("/k.pem")))));
    }

    @Test
    void refuseHalfACertificateAndOriginsWithWildcards() {
        assertThatThrownBy(() -> settings(Path.of("/nowhere"), "tls.key=/k.pem", "allowed_origins=*"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("certificate and key belong together")
                .hasMessageContaining("wildcards are not understood");
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
        for (String other : OTHERS) {
            config.skip(other);
        }
        config.finish();
        return settings;
    }
}
