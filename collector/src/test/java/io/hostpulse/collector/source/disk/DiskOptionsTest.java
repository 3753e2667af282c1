package io.hostpulse.collector.source.disk;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskOptionsTest {

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        assertThat(DiskOptions.from(section(project), "/"))
                .isEqualTo(DiskOptions.from(section(Path.of("/nowhere")), "/"));
    }

    private static ConfigNode section(Path workingDirectory) {
        return Config.load(ConfigSources.in(workingDirectory))
                .root()
                .section("sources")
                .section("disk");
    }
}
