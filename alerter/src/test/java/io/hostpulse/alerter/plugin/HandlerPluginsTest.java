package io.hostpulse.alerter.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Options;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.plugin.BrokenPluginException;
import io.hostpulse.common.plugin.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandlerPluginsTest {

    private static final String WORKING =
            "return surroundings -> notification -> new Outcome.Delivered(notification.host());";

    @TempDir
    Path root;

    private HandlerJars jars;

    @BeforeEach
    void create() throws IOException {
        jars = new HandlerJars(Files.createDirectory(root.resolve("plugins")));
    }

    @Test
    void addTypesThatSend() throws Exception {
        plugin("pager", WORKING);
        assertThat(load().problems()).isEmpty();
        assertThat(send("pager")).isEqualTo(new Outcome.Delivered("atlas"));
    }

    @Test
    void aBrokenJarHarmsNoOther() throws Exception {
        Path noJar = Files.writeString(jars.directory().resolve("a.jar"), "no jar at all");
        Path empty = jars.holding("b.jar", "readme.txt", "nothing");
        Path noClass = jars.holding("c.jar", HandlerJars.SERVICE, "example.Nowhere\n");
        Path taken = jars.make("d.jar", HandlerJars.type("email", WORKING));
        jars.make("good.jar", HandlerJars.type("good", WORKING));
        Plugins<HandlerType> plugins = load();
        assertThat(plugins.types()).extracting(HandlerType::name).containsExactly("good");
        assertThat(plugins.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("the plugin " + noJar + " was left out: "),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + empty + " was left out: it has no file META-INF/services/"),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + noClass + " was left out: ")
                                .contains("example.Nowhere not found"),
                        problem -> assertThat(problem)
                                .isEqualTo("the plugin " + taken
                                        + " was left out: the type 'email' is one of Hostpulse's own: choose"
                                        + " another name"));
    }

    @Test
    void aJarWithSourcesOnlyIsNoneOfTheirs() throws Exception {
        jars.holding("spool.jar", "META-INF/services/io.hostpulse.collector.source.SourceType", "example.Spool\n");
        assertThat(load()).isEqualTo(Plugins.none());
    }

    @Test
    void seeNothingButTheContract() throws Exception {
        plugin(
                "peek",
                "try { Class.forName(\"io.hostpulse.common.process.Version\"); return null; }"
                        + " catch (ClassNotFoundException e) { " + WORKING + " }");
        assertThat(send("peek")).isInstanceOf(Outcome.Delivered.class);
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
        Path sending = plugin("b", "return s -> n -> { throw new IllegalStateException(\"password hunter2\"); };");
        Path linking = plugin("c", "return s -> n -> { throw new NoClassDefFoundError(\"org/example/Gone\"); };");
        Path silent = plugin("d", "return s -> n -> null;");
        Path nothing = plugin("e", "return s -> null;");
        String failed = " failed: IllegalStateException, see the log";
        assertThat(reason("a")).isEqualTo("the plugin " + opening + failed);
        assertThat(reason("b")).isEqualTo("the plugin " + sending + failed);
        assertThat(reason("c"))
                .isEqualTo("the plugin " + linking + " failed: a class is missing that is neither in the jar nor a part"
                        + " of what plugins see: org/example/Gone");
        assertThat(reason("d")).isEqualTo("the plugin " + silent + " returned no outcome");
        assertThat(reason("e")).isEqualTo("the plugin " + nothing + " failed: NullPointerException, see the log");
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
        assertThat(reason("b")).hasSize(400);
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

    private String reason(String name) throws IOException {
        return ((Outcome.TryAgain) send(name)).reason();
    }

    private Outcome send(String name) throws IOException {
        try (Handler handler = open(name)) {
            return handler.send(Notifications.of(Notification.Kind.FIRING));
        }
    }

    private Handler open(String name) throws IOException {
        return configure(name).open(new HandlerSurroundings("it", root, () -> 0, System.out));
    }

    private HandlerType.Opener configure(String name) throws IOException {
        HandlerType type = load().named(name).orElseThrow();
        return new Options(root, List.of("{}")).read(type::configure);
    }

    private Plugins<HandlerType> load() {
        return HandlerPlugins.load(jars.directory(), Set.of("email"));
    }

    private Path plugin(String name, String body) throws IOException {
        return jars.make(name + ".jar", HandlerJars.type(name, body));
    }
}
