package io.hostpulse.collector.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.collector.Options;
import io.hostpulse.collector.source.Source;
import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.plugin.Plugins;
import io.hostpulse.common.process.ProcessFailure;
import io.hostpulse.testkit.PluginJars;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePluginsTest {

    private static final String TYPE = """
            package example;
            import io.hostpulse.collector.source.*;
            import io.hostpulse.common.config.ConfigNode;
            import io.hostpulse.common.model.*;
            import java.time.Duration;
            public final class NAMEType implements SourceType {
                public String name() { return "NAME"; }
                public Duration defaultInterval() { return Duration.ofSeconds(1); }
                public Opener configure(ConfigNode options) { BODY }
            }
            """;
    private static final String WORKING =
            "return context -> () -> new Reading.Ok(Fields.builder().put(\"dice\", 4L).build());";

    @TempDir
    Path root;

    private PluginJars jars;

    @BeforeEach
    void create() throws IOException {
        jars = new PluginJars(Files.createDirectory(root.resolve("plugins")), SourceType.class);
    }

    @Test
    void addsATypeThatReads() throws Exception {
        plugin("dice.jar", "dice", WORKING);
        Plugins<SourceType> plugins = load();
        assertThat(plugins.problems()).isEmpty();
        SourceType type = plugins.named("dice").orElseThrow();
        try (Source source = type.configure(Options.of().node()).open(Options.nowhere())) {
            assertThat(source.read())
                    .isEqualTo(new Reading.Ok(Fields.builder().put("dice", 4L).build()));
        }
        assertThat(type.getClass().getClassLoader()).isSameAs(SourcePlugins.class.getClassLoader());
    }

    @Test
    void needsNoDirectory() {
        assertThat(SourcePlugins.load(root.resolve("none"), Set.of())).isEqualTo(Plugins.none());
    }

    @Test
    void leavesABrokenJarOutAndTheOthersIn() throws Exception {
        Path noJar = jars.noJar("a.jar");
        Path missingClass = plugin("b.jar", "b", WORKING);
        remove(missingClass, "example/bType.class");
        Path noService = plugin("c.jar", "c", WORKING);
        remove(noService, jars.service());
        Path newer = plugin("d.jar", "d", WORKING);
        raiseClassVersion(newer, "example/dType.class");
        Path otherApi = jars.make("e.jar", source("e", WORKING), "Hostpulse-Api: 2");
        plugin("good.jar", "good", WORKING);
        Path throwing = jars.make(
                "h.jar", source("h", WORKING).replace("return \"h\"", "throw new IllegalStateException(\"h\")"));
        Plugins<SourceType> plugins = load();
        assertThat(plugins.types()).extracting(SourceType::name).containsExactly("good");
        assertThat(plugins.problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("the plugin " + noJar + " was left out: "),
                        problem -> assertThat(problem)
                                .isEqualTo("the plugin " + missingClass
                                        + " was left out: io.hostpulse.collector.source.SourceType: Provider"
                                        + " example.bType not found"),
                        problem -> assertThat(problem)
                                .startsWith(
                                        "the plugin " + noService + " was left out: it has no file META-INF/services/"),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + newer
                                        + " was left out: it was compiled for a newer Java than "),
                        problem -> assertThat(problem)
                                .isEqualTo("the plugin " + otherApi + " was left out: it was made for version 2 of the"
                                        + " plugin interface; this is 1"),
                        problem -> assertThat(problem).isEqualTo("the plugin " + throwing + " was left out: h"));
    }

    @Test
    void givesANameToOneTypeOnly() throws Exception {
        Path own = plugin("a.jar", "memory", WORKING);
        Path first = plugin("b.jar", "dice", WORKING);
        Path second = plugin("c.jar", "dice", WORKING);
        Path bad = jars.make("d.jar", source("bad", WORKING).replace("return \"bad\"", "return \"Bad Name\""));
        assertThat(load().problems())
                .containsExactly(
                        "the plugin " + own
                                + " was left out: the type 'memory' is one of Hostpulse's own: choose another name",
                        "the plugin " + second + " was left out: the type 'dice' is in " + first
                                + " already: remove one of the two",
                        "the plugin " + bad + " was left out: the type's name 'Bad Name' is no name: use lower-case"
                                + " letters, digits, '_' or '-'");
    }

    @Test
    void trustsNothingThatEverybodyMayWrite() throws Exception {
        assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("unix"));
        Path jar = plugin("dice.jar", "dice", WORKING);
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(load())
                .isEqualTo(new Plugins<>(
                        List.of(),
                        List.of("the plugin " + jar + " was left out: everybody may write to it: chmod o-w " + jar)));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(jars.directory(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(load().problems())
                .containsExactly("no plugin was loaded from " + jars.directory()
                        + ": everybody may write to it: chmod o-w " + jars.directory());
    }

    @Test
    void trustsNothingOfSomebodyElse() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a file away");
        Files.setAttribute(jars.directory(), "unix:uid", 65_534);
        assertThat(load().problems()).singleElement().asString().contains("whoever runs Hostpulse must own it");
    }

    @Test
    void showsAPluginNothingButTheContract() throws Exception {
        String peeking =
                "try { Class.forName(\"io.hostpulse.common.process.Version\"); } catch (ClassNotFoundException e) {"
                        + " options.problem(\"x\", \"not seen\"); } org.slf4j.LoggerFactory.getLogger(\"x\").debug(\"seen\"); "
                        + WORKING;
        plugin("peek.jar", "peek", peeking);
        Options options = Options.of();
        load().named("peek").orElseThrow().configure(options.node());
        assertThat(options.problems()).containsExactly("not seen");
    }

    @Test
    void saysWhichJarFailed() throws Exception {
        Path jar = plugin("a.jar", "a", "throw new IllegalStateException(\"oops\");");
        Path second = plugin("b.jar", "b", "return context -> { throw new IllegalStateException(\"oops\"); };");
        Path third = plugin("c.jar", "c", "return context -> () -> null;");
        Path fourth = plugin(
                "d.jar", "d", "return context -> () -> new Reading.Ok(Fields.builder().put(\"missing\", 1L).build());");
        Plugins<SourceType> plugins = load();
        Options options = Options.of();
        plugins.named("a").orElseThrow().configure(options.node());
        assertThat(options.problems()).containsExactly("the plugin " + jar + " failed at its options: oops");
        SourceType.Opener opener =
                plugins.named("b").orElseThrow().configure(Options.of().node());
        assertThatThrownBy(() -> opener.open(Options.nowhere()))
                .isInstanceOf(ProcessFailure.class)
                .hasMessage("the plugin " + second + " could not open its source: oops");
        assertThat(read(plugins, "c")).isEqualTo(new Reading.Failed("the plugin " + third + " returned no reading"));
        assertThat(read(plugins, "d"))
                .isEqualTo(new Reading.Failed(
                        "the plugin " + fourth + " has a field 'missing', which is Hostpulse's own"));
    }

    private static Reading read(Plugins<SourceType> plugins, String type) throws Exception {
        try (Source source =
                plugins.named(type).orElseThrow().configure(Options.of().node()).open(Options.nowhere())) {
            return source.read();
        }
    }

    private Plugins<SourceType> load() {
        return SourcePlugins.load(jars.directory(), Set.of("memory"));
    }

    private Path plugin(String jar, String name, String body) throws IOException {
        return jars.make(jar, source(name, body));
    }

    private static String source(String name, String body) {
        return TYPE.replace("NAME", name).replace("BODY", body);
    }

    private static void remove(Path jar, String entry) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            Files.delete(zip.getPath(entry));
        }
    }

    private static void raiseClassVersion(Path jar, String entry) throws IOException {
        try (var zip = FileSystems.newFileSystem(jar)) {
            byte[] bytes = Files.readAllBytes(zip.getPath(entry));
            bytes[7] = 99;
            Files.write(zip.getPath(entry), bytes);
        }
    }
}
