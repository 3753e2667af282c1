package io.hostpulse.exporter.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkPluginsTest {

    private static final String WORKING = "return surroundings -> batch -> SinkOutcome.WRITTEN;";

    @TempDir
    Path root;

    private SinkJars jars;

    @BeforeEach
    void create() throws IOException {
        jars = new SinkJars(Files.createDirectory(root.resolve("plugins")));
    }

    @Test
    void addTypesThatWrite() throws Exception {
        plugin("tape", WORKING);
        assertThat(load().problems()).isEmpty();
        assertThat(write("tape")).isEqualTo(SinkOutcome.WRITTEN);
    }

    @Test
    void aBrokenJarHarmsNoOther() throws Exception {
        Path noJar = Files.writeString(jars.directory().resolve("a.jar"), "no jar at all");
        Path noClass = jars.holding("c.jar", SinkJars.SERVICE, "example.Nowhere\n");
        Path taken = jars.make("d.jar", SinkJars.type("json", WORKING));
        jars.make("good.jar", SinkJars.type("good", WORKING));
        Plugins<SinkType> plugins = load();
        assertThat(plugins.types()).extracting(SinkType::name).containsExactly("good");
        assertThat(plugins.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("the plugin " + noJar + " was left out: "),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + noClass + " was left out: ")
                                .contains("example.Nowhere not found"),
                        problem -> assertThat(problem)
                                .isEqualTo("the plugin " + taken
                                        + " was left out: the type 'json' is one of Hostpulse's own: choose"
                                        + " another name"));
    }

    @Test
    void aJarWithHandlersOnlyIsNoneOfTheirs() throws Exception {
        jars.holding("pager.jar", "META-INF/services/io.hostpulse.alerter.notify.HandlerType", "example.Pager\n");
        assertThat(load()).isEqualTo(Plugins.none());
    }

    @Test
    void seeNothingButTheContract() throws Exception {
        plugin(
                "peek",
                "try { Class.forName(\"io.hostpulse.common.process.Version\"); return null; }"
                        + " catch (ClassNotFoundException e) { " + WORKING + " }");
        assertThat(write("peek")).isEqualTo(SinkOutcome.WRITTEN);
    }

    @Test
    void whatFailsAtItsOptionsNamesItsJar() throws Exception {
        Path jar = plugin("bad", "throw new IllegalStateException(\"oops\");");
        assertThatThrownBy(() -> configure("bad"))
                .isInstanceOf(BrokenPluginException.class)
                .hasMessage("the plugin " + jar + " failed at its options: oops");
    }

    @Test
    void whatFailsLaterIsTriedAgainAndKeepsItsSecrets() throws Exception {
        Path opening = plugin("a", "return s -> { throw new IllegalStateException(\"password hunter2\"); };");
        Path writing = plugin("b", "return s -> b -> { throw new IllegalStateException(\"password hunter2\"); };");
        Path linking = plugin("c", "return s -> b -> { throw new NoClassDefFoundError(\"org/example/Gone\"); };");
        Path silent = plugin("d", "return s -> b -> null;");
        Path nothing = plugin("e", "return s -> null;");
        String failed = " failed: IllegalStateException, see the log";
        assertThat(reason("a")).isEqualTo("the plugin " + opening + failed);
        assertThat(reason("b")).isEqualTo("the plugin " + writing + failed);
        assertThat(reason("c"))
                .isEqualTo("the plugin " + linking + " failed: a class is missing that is neither in the jar nor a part"
                        + " of what plugins see: org/example/Gone");
        assertThat(reason("d")).isEqualTo("the plugin " + silent + " returned no outcome");
        assertThat(reason("e")).isEqualTo("the plugin " + nothing + " failed: NullPointerException, see the log");
    }

    @Test
    void whatTheySayIsOneLineOfABoundedLength() throws Exception {
        plugin("a", "return s -> b -> new SinkOutcome.TryAgain(\"a\\nb\".repeat(1000), null);");
        plugin("b", "return s -> b -> new SinkOutcome.Refused(null);");
        assertThat(reason("a")).hasSize(400).startsWith("a\\nb").doesNotContain("\n");
        assertThat(write("b")).isEqualTo(new SinkOutcome.Refused("it gives no reason"));
    }

    @Test
    void areOpenedOnlyWhenThereIsSomethingToWrite() throws Exception {
        plugin("a", "return s -> { throw new IllegalStateException(\"too early\"); };");
        try (Sink sink = open("a")) {
            assertThat(sink.tick(0)).isEqualTo(SinkOutcome.WRITTEN);
            assertThat(sink.flush()).isEqualTo(SinkOutcome.WRITTEN);
        }
    }

    @Test
    void areClosedEvenIfTheyDoNotWantTo() throws Exception {
        plugin("a", """
                return s -> new Sink() {
                    public SinkOutcome write(Batch b) { return SinkOutcome.WRITTEN; }
                    public void close() { throw new IllegalStateException("no"); }
                };
                """);
        Sink sink = open("a");
        sink.write(Records.batch(1, 1));
        assertThatNoException().isThrownBy(sink::close);
    }

    private String reason(String name) throws IOException {
        SinkOutcome.TryAgain again = (SinkOutcome.TryAgain) write(name);
        assertThat(again.after()).isEqualTo(Optional.empty());
        return again.reason();
    }

    private SinkOutcome write(String name) throws IOException {
        try (Sink sink = open(name)) {
            return sink.write(Records.batch(1, 2));
        }
    }

    private Sink open(String name) throws IOException {
        return configure(name).open(new SinkSurroundings("it", new DataDirectory(root)));
    }

    private SinkType.Opener configure(String name) throws IOException {
        return Options.read("", load().named(name).orElseThrow());
    }

    private Plugins<SinkType> load() {
        return SinkPlugins.load(jars.directory(), Set.of("json"));
    }

    private Path plugin(String name, String body) throws IOException {
        return jars.make(name + ".jar", SinkJars.type(name, body));
    }
}
