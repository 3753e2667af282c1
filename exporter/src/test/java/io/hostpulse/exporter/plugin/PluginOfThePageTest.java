package io.hostpulse.exporter.plugin;

import io.hostpulse.exporter.fixture.MovedAway;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.SinkContract;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What docs/PLUGINS.md shows is a sink like any of our own. */
class PluginOfThePageTest extends SinkContract {

    @TempDir
    static Path folder;

    private static SinkType type;

    @BeforeAll
    static void compile() throws IOException {
        PluginJars jars = new PluginJars(folder.resolve("plugins"), SinkType.class);
        jars.makeOfThePage("scatter.jar", "ScatterSinkType");
        type = SinkPlugins.load(jars.directory(), Set.of()).named("scatter").orElseThrow();
    }

    @BeforeEach
    void create() throws IOException {
        Files.createDirectory(out());
    }

    private Path out() {
        return root.resolve("out");
    }

    @Override
    protected Sink open(SinkSurroundings surroundings) {
        return Options.read("directory: " + out(), type).open(surroundings);
    }

    /** {@code memory-0000000017.json} is {@code memory/17}. */
    @Override
    protected List<String> stored() throws IOException {
        try (Stream<Path> files = Files.list(out())) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(name -> name.replaceFirst("-0*(\\d+)\\.json$", "/$1"))
                    .toList();
        }
    }

    @Override
    protected void breakOtherEnd() throws IOException {
        new MovedAway(out()).breakIt();
    }

    @Override
    protected void mendOtherEnd() throws IOException {
        new MovedAway(out()).mend();
    }
}
