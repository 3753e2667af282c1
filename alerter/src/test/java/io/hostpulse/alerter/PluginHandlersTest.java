package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Notifications;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigCheck;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.config.Problem;
import io.hostpulse.common.plugin.PluginsSection;
import io.hostpulse.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers of plugins in the configuration. */
class PluginHandlersTest {

    private static final String YAML = "notifications:\n  file: {}\n  tray: { type: drop, directory: tray }\n";

    @TempDir
    Path root;

    private PluginJars jars;

    @BeforeEach
    void create() {
        jars = new PluginJars(root.resolve("plugins"), HandlerType.class);
    }

    @Test
    void areHandlersLikeAnyOther() throws IOException {
        jars.makeOfThePage("drop.jar", "DropHandlerType");
        assertThat(problems(YAML)).isEmpty();
        ConfiguredHandler tray = handlers(YAML).get("tray");
        assertThat(tray.problem()).isEmpty();
        Files.createDirectory(root.resolve("tray"));
        assertThat(send(tray)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void haveTheirOptionsChecked() throws IOException {
        jars.makeOfThePage("drop.jar", "DropHandlerType");
        assertThat(problems(YAML.replace("directory:", "directroy:")))
                .singleElement()
                .asString()
                .contains("notifications.tray.directroy: unknown key; did you mean 'directory'?");
    }

    @Test
    void aBrokenOneKeepsNobodyFromStartingButIsAProblemForWhoAsks() throws IOException {
        Path jar = jars.noJar("drop.jar");
        Map<String, ConfiguredHandler> handlers = handlers(YAML);
        assertThat(handlers.get("file").problem()).isEmpty();
        assertThat(handlers.get("tray").problem())
                .startsWith("there is no type of handler 'drop'; known are console, ")
                .contains("; the plugin " + jar + " was left out: it is no jar: ");
        assertThat(send(handlers.get("tray")))
                .isEqualTo(new Outcome.TryAgain(handlers.get("tray").problem(), Optional.empty()));
        assertThat(problems(YAML)).singleElement().asString().contains("notifications.tray.type: there is no type");
    }

    @Test
    void soIsOneThatFailsAtItsOptions() throws IOException {
        Path jar = jars.make("drop.jar", jars.type("drop", "throw new IllegalStateException(\"oops\");"));
        assertThat(handlers(YAML).get("tray").problem())
                .isEqualTo("the plugin " + jar + " failed at its options: oops");
        assertThat(problems(YAML)).singleElement().asString().contains("failed at its options: oops");
    }

    @Test
    void withoutAnyPluginAnUnknownTypeIsAMistake() throws IOException {
        assertThat(handlers(YAML)).containsOnlyKeys("file");
        assertThat(problems(YAML)).singleElement().asString().contains("there is no type of handler 'drop'");
    }

    @Test
    void aBrokenJarThatNobodyNeedsIsANote() throws IOException {
        Path jar = Files.writeString(Files.createDirectory(jars.directory()).resolve("a.jar"), "no jar");
        assertThat(check().notes(sources("notifications: { file: {} }\n")))
                .singleElement()
                .asString()
                .startsWith("the plugin " + jar + " was left out: it is no jar");
    }

    private static Outcome send(ConfiguredHandler handler) {
        HandlerSurroundings surroundings =
                new HandlerSurroundings("tray", Path.of("."), () -> Notifications.NOW, System.out);
        return handler.opener().open(surroundings).send(Notifications.of(Notification.Kind.FIRING));
    }

    /** As the alerter reads them. */
    private Map<String, ConfiguredHandler> handlers(String yaml) throws IOException {
        Config config = Config.load(sources(yaml));
        return NotificationsSection.handlers(
                config.root().section(NotificationsSection.NAME), HandlerTypes.of(config.root()));
    }

    private List<String> problems(String yaml) throws IOException {
        return check().problems(sources(yaml)).stream().map(Problem::toString).toList();
    }

    private static ConfigCheck check() {
        return new ConfigCheck(List.of(new PluginsSection(), new NotificationsSection()));
    }

    private ConfigSources sources(String yaml) throws IOException {
        Path file = Files.writeString(root.resolve("config.yaml"), yaml);
        return new ConfigSources(Optional.of(file), List.of(), Map.of(), root);
    }
}
