package io.hostpulse.alerter.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.HandlerContract;
import io.hostpulse.alerter.notify.HandlerType;
import io.hostpulse.testkit.PluginJars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What docs/PLUGINS.md shows is a handler like any of our own. */
class PluginOfThePageTest extends HandlerContract {

    @TempDir
    static Path folder;

    private static HandlerType type;

    @BeforeAll
    static void compile() throws IOException {
        PluginJars jars = new PluginJars(folder.resolve("plugins"), HandlerType.class);
        jars.makeOfThePage("drop.jar", "DropHandlerType");
        type = HandlerPlugins.load(jars.directory(), Set.of()).named("drop").orElseThrow();
    }

    @BeforeEach
    void create() {
        mendTheOtherEnd();
    }

    private Path tray() {
        return directory.resolve("tray");
    }

    @Override
    protected HandlerType type() {
        return type;
    }

    @Override
    protected List<String> options() {
        return List.of("directory: " + tray());
    }

    @Override
    protected List<String> received() {
        try (Stream<Path> files = Files.list(tray())) {
            return files.map(PluginOfThePageTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void breakTheOtherEnd() {
        try {
            Files.move(tray(), directory.resolve("away"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void mendTheOtherEnd() {
        try {
            Path away = directory.resolve("away");
            Files.move(Files.exists(away) ? away : Files.createDirectory(away), tray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void assertInert(String received) {
        assertThat(received).doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    }
}
