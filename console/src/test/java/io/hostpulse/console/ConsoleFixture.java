package io.hostpulse.console;

import io.hostpulse.common.config.ConfigCheck;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.DataSection;
import io.hostpulse.common.config.LoggingSection;
import io.hostpulse.common.config.SectionReader;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.probe.HardwareProbe;
import io.hostpulse.console.fixture.DataFixture;
import io.hostpulse.console.tail.Pause;
import io.hostpulse.history.HistorySection;
import io.hostpulse.testkit.FakeProc;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The whole command line on a machine of our own. */
final class ConsoleFixture {

    final Path root;
    final DataFixture data;
    final FakeProc proc;
    final Map<String, String> environment = new HashMap<>();
    final Map<String, String> properties = new HashMap<>();
    final List<HardwareProbe> probes = new ArrayList<>();
    /** What happens while a command waits. */
    Pause pause = moment -> {
        throw new AssertionError("nobody asked to wait");
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    ConsoleFixture(Path root) throws IOException {
        this.root = root;
        data = new DataFixture(root.resolve("data"));
        proc = new FakeProc(root.resolve("proc")).create();
    }

    int run(String... args) {
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out),
                new PrintWriter(err),
                false,
                false,
                environment,
                name -> Optional.ofNullable(properties.get(name)),
                root,
                proc.root(),
                data::now,
                pause,
                ZoneOffset.UTC,
                check(),
                probes);
        return new Console(surroundings).run(args);
    }

    // The sections of the other modules, which are on the class path of the real console only.
    private static ConfigCheck check() {
        return new ConfigCheck(List.of(
                new DataSection(),
                new LoggingSection(),
                new Section("sources", sources -> SourceSettings.names(sources)
                        .forEach(name -> SourceSettings.read(name, sources.section(name), Duration.ofSeconds(1)))),
                new HistorySection(),
                new Section(
                        "exporter",
                        exporter -> exporter.section("sinks").keys().forEach(exporter.section("sinks")::skip)),
                new Section("broker", broker -> {
                    broker.text("host", "127.0.0.1");
                    broker.whole("port", 8765, 0, 65_535);
                })));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    private record Section(String section, Consumer<ConfigNode> reader) implements SectionReader {
        @Override
        public void read(ConfigNode node) {
            reader.accept(node);
        }
    }
}
