package io.hostpulse.collector.source.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SensorsOptionsTest {

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        assertThat(SensorsSourceType.excluded(section(project)))
                .isEqualTo(SensorsSourceType.excluded(section(Path.of("/nowhere"))));
    }

    private static ConfigNode section(Path workingDirectory) {
        return Config.load(ConfigSources.in(workingDirectory))
                .root()
                .section("sources")
                .section("sensors");
    }
}
