package io.hostpulse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.process.Configuration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits follow the file; the clock is the test's. */
class LiveLimitsTest {

    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path root;

    private LiveLimits live;
    private long now;

    @BeforeEach
    void start() throws Exception {
        write("broker: {max_clients: 5}");
        Configuration configuration =
                new Configuration(ConfigSources.in(root), Set.of("broker", "sources"), Optional.of(root));
        live = new LiveLimits(
                configuration, configuration.read(BrokerConfig::read).settings());
        look();
    }

    @Test
    void areInForceWhenTheFileHasStoodStill() throws Exception {
        assertThat(live.get().maxClients()).isEqualTo(5);
        write("broker: {max_clients: 777, idle_timeout: 3s}");
        look();
        assertThat(live.get().maxClients()).isEqualTo(5);
        look();
        assertThat(live.get().maxClients()).isEqualTo(777);
        assertThat(live.get().audienceLimits().idleTimeout()).isEqualTo(3 * SECOND);
    }

    @Test
    void areToldToWhoeverFollows() throws Exception {
        List<BrokerSettings> told = new ArrayList<>();
        live.follow(told::add);
        write(
                "broker: {max_clients: 5, on_request: [disk], max_subscriptions: 3, replay_rate: 64KB, compression: false}");
        look();
        look();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).onRequest()).containsExactly("disk");
        assertThat(live.get().maxSubscriptions()).isEqualTo(3);
        assertThat(live.get().replayRate()).isEqualTo(64 * 1024);
        assertThat(live.get().compression()).isFalse();
    }

    @Test
    void stayAsTheyAreWhenThereIsAMistakeInTheFile() throws Exception {
        write("broker: {max_clients: 777, max_message_rate: never}");
        look();
        look();
        assertThat(live.get().maxClients()).isEqualTo(5);
        write("broker: {max_clients: 888888888}");
        look();
        look();
        assertThat(live.get().maxClients()).isEqualTo(5);
    }

    @Test
    void stayAsTheyAreWhenTheFileIsGone() throws Exception {
        Files.delete(root.resolve("config.yaml"));
        look();
        look();
        assertThat(live.get().maxClients()).isEqualTo(5);
    }

    private void write(String text) throws Exception {
        Files.writeString(root.resolve("config.yaml"), text);
    }

    private void look() {
        now += SECOND;
        assertThat(live.look(now)).isGreaterThan(now);
    }
}
