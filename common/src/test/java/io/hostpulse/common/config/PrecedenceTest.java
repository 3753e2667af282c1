package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecedenceTest {

    @TempDir
    Path directory;

    @Test
    void anAbsentKeyHasItsDefault() {
        assertThat(port(sample())).isEqualTo(8765);
    }

    @Test
    void theFileIsStrongerThanTheDefault() {
        assertThat(port(sample().file("broker: {port: 1}"))).isEqualTo(1);
    }

    @Test
    void theEnvironmentIsStrongerThanTheFile() {
        Sample sample = sample().file("broker: {port: 1}").variable("HOSTPULSE_BROKER_PORT", "2");
        assertThat(port(sample)).isEqualTo(2);
    }

    @Test
    void aFlagIsStrongerThanTheEnvironment() {
        Sample sample = sample().file("broker: {port: 1}")
                .variable("HOSTPULSE_BROKER_PORT", "2")
                .flags("broker.port=3");
        assertThat(port(sample)).isEqualTo(3);
    }

    @Test
    void ofTwoFlagsForOneKeyTheLastWins() {
        assertThat(port(sample().flags("broker.port=3", "broker.port=4"))).isEqualTo(4);
    }

    @Test
    void theVariablesNameIsDerivedFromThePath() {
        Sample sample = sample().variable("HOSTPULSE_SOURCES_ORDERS_API_MAX_CLIENTS", "7");
        ConfigNode source = sample.root().section("sources").section("orders-api");
        assertThat(source.whole("max_clients", 1, 1, 10)).isEqualTo(7);
    }

    @Test
    void commasSeparateAListInAFlagOrAVariable() {
        Sample sample = sample().flags("disk.paths=/, /home").variable("HOSTPULSE_DISK_TYPES", "");
        ConfigNode disk = sample.root().section("disk");
        assertThat(disk.texts("paths", List.of())).containsExactly("/", "/home");
        assertThat(disk.texts("types", List.of("tmpfs"))).isEmpty();
    }

    @Test
    void aFlagMayAddAKeyToASectionOfNames() {
        Sample sample = sample().file("sources: {disk: {}}").flags("sources.web.type=http");
        assertThat(sample.root().section("sources").keys()).containsExactly("disk", "web");
    }

    @Test
    void theDefaultFileMayBeAbsent() {
        Config config = Config.load(ConfigSources.in(directory));
        assertThat(config.root().keys()).isEmpty();
        config.finish();
    }

    @Test
    void aFileThatWasAskedForMustExist() {
        ConfigSources sources = new ConfigSources(Optional.of(Path.of("other.yaml")), List.of(), Map.of(), directory);
        assertThatThrownBy(() -> Config.load(sources))
                .isInstanceOf(ConfigException.class)
                .hasMessage("other.yaml: the file does not exist");
    }

    @Test
    void whatIsWrongWithFlagsIsSaidEvenIfTheFileIsMissing() {
        ConfigSources sources =
                new ConfigSources(Optional.of(Path.of("other.yaml")), List.of("broker"), Map.of(), directory);
        assertThatThrownBy(() -> Config.load(sources))
                .hasMessage("other.yaml: the file does not exist\n"
                        + "--set 'broker': write key.path=value, for example broker.port=9000");
    }

    @Test
    void aDirectoryIsNoConfiguration() throws Exception {
        Files.createDirectory(directory.resolve("config.yaml"));
        assertThatThrownBy(() -> Config.load(ConfigSources.in(directory)))
                .hasMessageStartingWith("config.yaml: the file cannot be read: ");
    }

    @Test
    void anEmptyFileIsAllDefaults() {
        assertThat(port(sample().file("# nothing yet\n"))).isEqualTo(8765);
        assertThat(port(sample().file("broker:\n  # port: 1\n"))).isEqualTo(8765);
    }

    private Sample sample() {
        return Sample.in(directory);
    }

    private static int port(Sample sample) {
        Config config = sample.load();
        int port = config.root().section("broker").whole("port", 8765, 0, 65535);
        config.finish();
        return port;
    }
}
