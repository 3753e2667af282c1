package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.ConfigSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessOptionsTest {

    @Test
    void areInTheShippedFileWithTheirDefaults() {
        Path project = Path.of("..").toAbsolutePath().normalize();
        ProcessOptions shipped = ProcessOptions.from(section(Config.load(ConfigSources.in(project))));
        assertThat(shipped).isEqualTo(ProcessOptions.from(section(Config.load(ConfigSources.in(Path.of("/nowhere"))))));
        assertThat(shipped.top()).isEqualTo(10);
        assertThat(shipped.commandLines()).isTrue();
    }

    @Test
    void reportAMaskThatIsNoRegularExpression() {
        Config config = Config.load(new ConfigSources(
                Optional.empty(), List.of("sources.process.masks=(a,b+"), Map.of(), Path.of("/nowhere")));
        assertThat(ProcessOptions.from(section(config)).masks()).containsExactly("b+");
        assertThatThrownBy(config::finish).hasMessageContaining("'(a' is no regular expression");
    }

    private static ConfigNode section(Config config) {
        return config.root().section("sources").section("process");
    }
}
