package io.hostpulse.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigException;
import io.hostpulse.common.export.SinkView;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.host.SinkAgent;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink of a type that only a plugin has. */
class PluginSinksTest {

    private static final String WORKING = "return surroundings -> batch -> SinkOutcome.WRITTEN;";

    @TempDir
    Path root;

    private PluginJars jars;

    @BeforeEach
    void create() throws IOException {
        jars = new PluginJars(Files.createDirectory(root.resolve("plugins")), SinkType.class);
    }

    @Test
    void isConfiguredLikeAnyOther() throws IOException {
        jars.make("tape.jar", jars.type("tape", "options.whole(\"reel\", 1, 1, 9); " + WORKING));
        assertThat(sinks("{ type: tape, start: 2h, reel: 3 }").get(0).settings().type())
                .isEqualTo("tape");
        assertThat(problems("{ type: tape, reel: 10 }"))
                .singleElement()
                .asString()
                .contains("s.reel");
        assertThat(problems("{ type: tape, colour: red }"))
                .singleElement()
                .asString()
                .contains("s.colour: unknown key");
    }

    @Test
    void isUnknownWhereNoPluginHasIt() {
        assertThat(problems("{ type: tape }"))
                .singleElement()
                .asString()
                .contains("s.type: there is no type of sink 'tape'");
    }

    @Test
    void whoseJarIsBrokenIsAProblemOfTheCheckAndKeepsNobodyFromStarting() throws IOException {
        jars.noJar("tape.jar");
        List<ConfiguredSink> sinks = sinks("{ type: tape, reel: 3 }");
        assertThat(sinks).hasSize(2);
        assertThat(sinks.get(0).problem()).contains("no type of sink 'tape'", "tape.jar was left out: it is no jar");
        assertThat(sinks.get(1).problem()).isEmpty();
        assertThat(checked("{ type: tape, reel: 3 }"))
                .singleElement()
                .asString()
                .contains("s.type: there is no type of sink 'tape'", "tape.jar was left out");
    }

    @Test
    void thatFailsAtItsOptionsWaitsToo() throws IOException {
        jars.make("tape.jar", jars.type("tape", "throw new IllegalStateException(\"oops\");"));
        assertThat(sinks("{ type: tape, reel: 3 }").get(0).problem()).contains("tape.jar failed at its options: oops");
    }

    @Test
    void whoseJarIsBrokenShowsWhyAndKeepsItsPlace() throws IOException {
        Queues queues = new Queues(root.resolve("data"));
        queues.write("memory", 1, Duration.ofSeconds(1));
        jars.noJar("tape.jar");
        SinkView broken = run(queues);
        assertThat(broken.state()).isEqualTo(SinkView.State.RETRYING);
        assertThat(broken.error()).contains("tape.jar was left out");
        assertThat(broken.backlog()).isEqualTo(1);
        Files.delete(jars.directory().resolve("tape.jar"));
        jars.make("tape.jar", jars.type("tape", WORKING));
        SinkView mended = run(queues);
        assertThat(mended.state()).isEqualTo(SinkView.State.RUNNING);
        assertThat(mended.written()).isEqualTo(1);
    }

    private SinkView run(Queues queues) {
        ConfiguredSink sink =
                sinks("{ type: tape, start: beginning, batch_records: 1 }").get(0);
        SinkSurroundings surroundings = new SinkSurroundings(sink.settings().name(), queues.data());
        try (SinkAgent agent =
                new SinkAgent(sink.settings(), surroundings, sink.opener().open(surroundings), queues::now)) {
            for (int turn = 0; turn < 3; turn++) {
                agent.doWork(queues.now());
                queues.step(Duration.ofMillis(1100));
            }
            agent.doWork(queues.now());
            return agent.view();
        }
    }

    private Config load(String sink) {
        return Options.load("""
                plugins: { directory: %s }
                exporter:
                  sinks:
                    s: %s
                    json: {}
                """.formatted(jars.directory(), sink));
    }

    private List<ConfiguredSink> sinks(String sink) {
        Config config = load(sink);
        List<ConfiguredSink> sinks =
                ExporterSection.sinks(config.root().section("exporter"), SinkTypes.of(config.root()));
        config.finish();
        return sinks;
    }

    private List<String> problems(String sink) {
        try {
            sinks(sink);
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Object::toString).toList();
        }
    }

    private List<String> checked(String sink) {
        Config config = load(sink);
        new ExporterSection().readFrom(config.root());
        try {
            config.finish();
            return List.of();
        } catch (ConfigException e) {
            return e.problems().stream().map(Object::toString).toList();
        }
    }
}
