package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.testkit.LoadedClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each class costs memory, so nobody pays for databases who has none. */
@Timeout(120)
class SqlClassesTest {

    @TempDir
    Path directory;

    @Test
    void areNotLoadedWithoutASinkThatNeedsThem() throws Exception {
        assertThat(sqlClasses("exporter:\n  sinks:\n    json: {}\n    influx: { url: 'http://127.0.0.1:1' }\n"))
                .isEmpty();
    }

    @Test
    void oneDriverIsLoadedForOneDatabase() throws Exception {
        assertThat(sqlClasses("exporter:\n  sinks:\n    mysql: { port: 1 }\n"))
                .anyMatch(line -> line.contains(" org.mariadb."))
                .noneMatch(line -> line.contains(" org.postgresql.") || line.contains(" org.sqlite."));
    }

    private List<String> sqlClasses(String yaml) throws Exception {
        Path config = Files.writeString(directory.resolve("config.yaml"), yaml);
        return LoadedClasses.of(Writing.class, SinkTypes.class, config).stream()
                .filter(line -> line.contains(" org.mariadb.")
                        || line.contains(" org.postgresql.")
                        || line.contains(" org.sqlite.")
                        || line.contains(" java.sql.Connection ")
                        || line.contains(" java.sql.DriverManager "))
                .toList();
    }

    /** What a process does at its start and with a first batch. */
    static final class Writing {

        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), file.getParent()));
            List<ConfiguredSink> sinks = ExporterSection.sinks(config.root().section("exporter"), SinkTypes.OWN);
            config.finish();
            DataDirectory data = new DataDirectory(file.resolveSibling("data"));
            data.create();
            for (ConfiguredSink configured : sinks) {
                try (Sink sink = configured
                        .opener()
                        .open(new SinkSurroundings(configured.settings().name(), data))) {
                    sink.write(Records.batch(1, 1));
                }
            }
        }
    }
}
