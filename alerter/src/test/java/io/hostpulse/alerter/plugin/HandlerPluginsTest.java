package io.hostpulse.alerter.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.testkit.PluginContract;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandlerPluginsTest extends PluginContract {

    HandlerPluginsTest() {
        super(HandlerType.class, "return surroundings -> notification -> new Outcome.Delivered(notification.host());");
    }

    @Test
    void aJarWithSourcesOnlyIsNoneOfTheirs() throws Exception {
        jars.holding("spool.jar", "META-INF/services/io.hostpulse.collector.source.SourceType", "example.Spool\n");
        assertThat(load()).isEqualTo(Plugins.none());
    }

    @Test
    void whatTheySayIsOneLineOfABoundedLength() throws Exception {
        plugin("a", "return s -> n -> new Outcome.Delivered(\"a\\nb\".repeat(1000));");
        plugin("b", "return s -> n -> new Outcome.TryAgain(\"a\\nb\".repeat(1000), null);");
        plugin(
                "c",
                "return s -> n -> new Outcome.TryAgain(null,"
                        + " java.util.Optional.of(java.time.Duration.ofDays(100_000)));");
        assertThat(((Outcome.Delivered) send("a")).answer())
                .hasSize(200)
                .startsWith("a b")
                .doesNotContain("\n");
        assertThat(reasonToTryAgain("b")).hasSize(400);
        assertThat(send("c")).isEqualTo(new Outcome.TryAgain("", Optional.of(Duration.ofHours(6))));
    }

    @Test
    void areClosedEvenIfTheyDoNotWantTo() throws Exception {
        plugin("a", """
                return s -> new Handler() {
                    public Outcome send(Notification n) { return new Outcome.Delivered("ok"); }
                    public void close() { throw new IllegalStateException("no"); }
                };
                """);
        Handler handler = open("a");
        handler.send(Notifications.of(Notification.Kind.FIRING));
        assertThatNoException().isThrownBy(handler::close);
    }

    @Override
    protected Loaded loaded() {
        return new Loaded(load().types().stream().map(HandlerType::name).toList(), load().problems());
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
        return send(type).equals(new Outcome.Delivered("atlas"));
    }

    @Override
    protected String reasonToTryAgain(String name) throws IOException {
        return ((Outcome.TryAgain) send(name)).reason();
    }

    private Outcome send(String name) throws IOException {
        try (Handler handler = open(name)) {
            return handler.send(Notifications.of(Notification.Kind.FIRING));
        }
    }

    private Handler open(String name) throws IOException {
        return opener(name).open(new HandlerSurroundings("it", root, () -> 0, System.out));
    }

    private HandlerType.Opener opener(String name) throws IOException {
        HandlerType type = load().named(name).orElseThrow();
        return new Options(root, List.of("{}")).read(type::configure);
    }

    private Plugins<HandlerType> load() {
        return HandlerPlugins.load(jars.directory(), OWN);
    }
}
