package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCheckTest {

    @TempDir
    Path directory;

    @Test
    void findsTheSectionsOfThisModule() {
        Sample sample = Sample.in(directory).file("logging: {levl: info}\ndata: {directory: x}\n");
        assertThat(lines(ConfigCheck.ofClassPath(), sample.sources()))
                .containsExactly("config.yaml:1: logging.levl: unknown key; did you mean 'level'?");
    }

    @Test
    void aSectionWithoutAReaderIsUnknown() {
        Sample sample = Sample.in(directory).file("logging: {}\nlamps: {}\n");
        assertThat(lines(new ConfigCheck(List.of(new LoggingSection())), sample.sources()))
                .containsExactly("config.yaml:2: lamps: unknown key; known here: logging");
    }

    @Test
    void aGoodConfigurationHasNoProblems() {
        assertThat(ConfigCheck.ofClassPath().problems(ConfigSources.in(directory)))
                .isEmpty();
    }

    static List<String> lines(ConfigCheck check, ConfigSources sources) {
        return check.problems(sources).stream().map(Problem::toString).toList();
    }
}
