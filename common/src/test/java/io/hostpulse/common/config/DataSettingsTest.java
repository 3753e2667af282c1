package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSettingsTest {

    @TempDir
    Path directory;

    @Test
    void defaults() {
        assertThat(read(ConfigSources.in(directory))).isEqualTo(new DataSettings(directory.resolve("data")));
    }

    @Test
    void fullMapping() {
        assertThat(read(Sample.in(directory)
                        .file("data:\n  directory: /srv/pulse\n")
                        .sources()))
                .isEqualTo(new DataSettings(Path.of("/srv/pulse")));
    }

    @Test
    void isRelativeToTheFileThatWasGiven() throws IOException {
        Files.createDirectory(directory.resolve("etc"));
        Files.writeString(directory.resolve("etc/pulse.yaml"), "data: {directory: store}");
        assertThat(read(sources())).isEqualTo(new DataSettings(directory.resolve("etc/store")));
        Files.writeString(directory.resolve("etc/pulse.yaml"), "");
        assertThat(read(sources())).isEqualTo(new DataSettings(directory.resolve("etc/data")));
    }

    @Test
    void isRelativeToTheWorkingDirectoryInAFlag() throws IOException {
        Files.createDirectory(directory.resolve("etc"));
        Files.writeString(directory.resolve("etc/pulse.yaml"), "");
        assertThat(read(sources("data.directory=store"))).isEqualTo(new DataSettings(directory.resolve("store")));
    }

    @Test
    void theDataFlagIsStrongerThanEverything() {
        ConfigNode data = Sample.in(directory).flags("data.directory=/a").root().section("data");
        assertThat(DataSettings.read(data, Optional.of(Path.of("/b")))).isEqualTo(new DataSettings(Path.of("/b")));
    }

    private ConfigSources sources(String... flags) {
        return new ConfigSources(Optional.of(Path.of("etc/pulse.yaml")), List.of(flags), Map.of(), directory);
    }

    private static DataSettings read(ConfigSources sources) {
        Config config = Config.load(sources);
        DataSettings settings = DataSettings.read(config.root().section("data"));
        config.finish();
        return settings;
    }
}
