package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.FileVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("config.yaml");
    }

    private Configuration configuration(String... overrides) {
        ConfigSources sources = new ConfigSources(
                Optional.of(file), List.of(overrides), Map.of("HOSTPULSE_BROKER_MAX_CLIENTS", "7"), directory);
        return new Configuration(sources, Set.of("broker"), Optional.empty());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private static List<Integer> broker(ConfigNode root) {
        ConfigNode broker = root.section("broker");
        return List.of(broker.whole("port", 8765, 0, 65535), broker.whole("max_clients", 1000, 1, 9999));
    }

    @Test
    void flagsAndVariablesStayStrongerThanAFileThatChanged() throws IOException {
        write("broker: {port: 1}");
        Configuration configuration = configuration("broker.port=3");
        assertThat(configuration.read(ConfigurationTest::broker)).containsExactly(3, 7);
        write("broker: {port: 2, max_clients: 2}");
        assertThat(configuration.read(ConfigurationTest::broker)).containsExactly(3, 7);
    }

    @Test
    void readsTheFileAsItIsNow() throws IOException {
        write("broker: {port: 1}");
        Configuration configuration = configuration();
        configuration.read(ConfigurationTest::broker);
        write("broker: {port: 22}");
        assertThat(configuration.read(ConfigurationTest::broker)).containsExactly(22, 7);
    }

    @Test
    void refusesWhatItWouldRefuseAtTheStart() throws IOException {
        write("broker: {port: 1}");
        Configuration configuration = configuration();
        configuration.read(ConfigurationTest::broker);
        write("broker: {port: many}\nlogging: {level: loud}\nbrokr: {}");
        assertThatThrownBy(() -> configuration.read(ConfigurationTest::broker))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("broker.port", "logging.level", "brokr");
    }

    @Test
    void knowsTheVersionThatItRead() throws IOException {
        write("broker: {port: 1}");
        Configuration configuration = configuration();
        configuration.read(ConfigurationTest::broker);
        write("broker: {port: 12345}");
        assertThat(configuration.version()).isNotEqualTo(FileVersion.of(file));
        configuration.read(ConfigurationTest::broker);
        assertThat(configuration.version()).isEqualTo(FileVersion.of(file));
    }

    @Test
    void namesWhatWaitsForARestart() throws IOException {
        write("logging: {level: info}");
        Configuration configuration = configuration();
        configuration.read(ConfigurationTest::broker);
        write("logging: {level: debug}\ndata: {directory: elsewhere}");
        configuration.read(ConfigurationTest::broker);
        assertThat(configuration.waitingForRestart()).containsExactly("data", "logging");
        assertThat(configuration.data().root()).isEqualTo(directory.resolve("data"));
    }
}
