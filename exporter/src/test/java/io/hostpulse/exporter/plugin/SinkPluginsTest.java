package io.hostpulse.exporter.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.fixture.Options;
import io.hostpulse.exporter.fixture.Records;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.testkit.PluginContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SinkPluginsTest extends PluginContract {

    SinkPluginsTest() {
        super(SinkType.class, "return surroundings -> batch -> SinkOutcome.WRITTEN;");
    }

    @Test
    void aJarWithHandlersOnlyIsNoneOfTheirs() throws Exception {
        jars.holding("pager.jar", "META-INF/services/io.hostpulse.alerter.notify.HandlerType", "example.Pager\n");
        assertThat(load()).isEqualTo(Plugins.none());
    }

    @Test
    void whatTheySayIsOneLineOfABoundedLength() throws Exception {
        plugin("a", "return s -> b -> new SinkOutcome.TryAgain(\"a\\nb\".repeat(1000), null);");
        plugin("b", "return s -> b -> new SinkOutcome.Refused(null);");
        assertThat(reasonToTryAgain("a")).hasSize(400).startsWith("a\\nb").doesNotContain("\n");
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

    @Override
    protected Loaded loaded() {
        return new Loaded(load().types().stream().map(SinkType::name).toList(), load().problems());
    }

    @Override
    protected void configure(String type) throws IOException {
        opener(type);
    }

    @Override
    protected Class<? extends Exception> failureAtOptions() {
        return BrokenPluginException.class;
    }

    @Override
    protected boolean works(String type) throws IOException {
        return write(type).equals(SinkOutcome.WRITTEN);
    }

    @Override
    protected String reasonToTryAgain(String name) throws IOException {
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
        return opener(name).open(new SinkSurroundings("it", new DataDirectory(root)));
    }

    private SinkType.Opener opener(String name) throws IOException {
        return Options.read("", load().named(name).orElseThrow());
    }

    private Plugins<SinkType> load() {
        return SinkPlugins.load(jars.directory(), OWN);
    }
}
