package io.hostpulse.collector.source.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NetworkOptionsTest {

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        assertThat(NetworkOptions.from(section(project))).isEqualTo(NetworkOptions.from(section(Path.of("/nowhere"))));
    }

    private static ConfigNode section(Path workingDirectory) {
        return Config.load(ConfigSources.in(workingDirectory))
                .root()
                .section("sources")
                .section("network");
    }
}
