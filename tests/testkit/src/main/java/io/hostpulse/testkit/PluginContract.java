package io.hostpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for all plugins that are given something to bring away: handlers and sinks. */
public abstract class PluginContract {

    /** The name of a type that Hostpulse has itself. */
    protected static final Set<String> OWN = Set.of("own");

    /** A folder of the test. */
    @TempDir
    protected Path root;

    /** Where its plugins are made. */
    protected PluginJars jars;

    private final Class<?> contract;
    private final String working;

    /**
     * Says what is tested.
     *
     * @param contract what the types implement
     * @param working the body of a method {@code configure} whose work succeeds
     */
    protected PluginContract(Class<?> contract, String working) {
        this.contract = contract;
        this.working = working;
    }

    /**
     * What was found in the jars.
     *
     * @param types the names of the types
     * @param problems what was left out, and why
     */
    public record Loaded(List<String> types, List<String> problems) {}

    /**
     * Loads all jars as if {@link #OWN} were taken.
     *
     * @return what is in them
     */
    protected abstract Loaded loaded();

    /**
     * Reads the options of a type, of which there are none.
     *
     * @param type its name
     * @throws Exception when it does not want them
     */
    protected abstract void configure(String type) throws Exception;

    /**
     * Names what {@link #configure} throws when a plugin fails there.
     *
     * @return its class
     */
    protected abstract Class<? extends Exception> failureAtOptions();

    /**
     * Has a type work.
     *
     * @param type its name
     * @return whether it was done
     * @throws Exception when it is not in the jars
     */
    protected abstract boolean works(String type) throws Exception;

    /**
     * Has a type work that must fail for now only.
     *
     * @param type its name
     * @return what it says
     * @throws Exception when it is not in the jars
     */
    protected abstract String reasonToTryAgain(String type) throws Exception;

    @BeforeEach
    final void createDirectory() throws IOException {
        jars = new PluginJars(Files.createDirectory(root.resolve("plugins")), contract);
    }

    /**
     * Makes a jar of one type, {@code NAME.jar}.
     *
     * @param name the name of the type
     * @param body of its method {@code configure}
     * @return the jar
     * @throws IOException when it cannot be written
     */
    protected final Path plugin(String name, String body) throws IOException {
        return jars.make(name + ".jar", jars.type(name, body));
    }

    @Test
    final void addTypesThatWork() throws Exception {
        plugin("tape", working);
        assertThat(loaded()).isEqualTo(new Loaded(List.of("tape"), List.of()));
        assertThat(works("tape")).isTrue();
    }

    @Test
    final void aBrokenJarHarmsNoOther() throws Exception {
        Path noJar = jars.noJar("a.jar");
        Path empty = jars.holding("b.jar", "readme.txt", "nothing");
        Path noClass = jars.holding("c.jar", jars.service(), "example.Nowhere\n");
        Path taken = jars.make("d.jar", jars.type("own", working));
        plugin("good", working);
        assertThat(loaded().types()).containsExactly("good");
        assertThat(loaded().problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("the plugin " + noJar + " was left out: "),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + empty + " was left out: it has no file META-INF/services/"),
                        problem -> assertThat(problem)
                                .startsWith("the plugin " + noClass + " was left out: ")
                                .contains("example.Nowhere not found"),
                        problem -> assertThat(problem)
                                .isEqualTo("the plugin " + taken
                                        + " was left out: the type 'own' is one of Hostpulse's own: choose"
                                        + " another name"));
    }

    @Test
    final void seeNothingButTheContract() throws Exception {
        plugin(
                "peek",
                "try { Class.forName(\"io.hostpulse.common.process.Version\"); return null; }"
                        + " catch (ClassNotFoundException e) { " + working + " }");
        assertThat(works("peek")).isTrue();
    }

    @Test
    final void whatFailsAtItsOptionsNamesItsJar() throws Exception {
        Path jar = plugin("bad", "throw new IllegalStateException(\"oops\");");
        assertThatThrownBy(() -> configure("bad"))
                .isInstanceOf(failureAtOptions())
                .hasMessage("the plugin " + jar + " failed at its options: oops");
    }

    @Test
    final void whatFailsLaterIsTriedAgainAndKeepsItsSecrets() throws Exception {
        Path opening = plugin("a", "return s -> { throw new IllegalStateException(\"password hunter2\"); };");
        Path doing = plugin("b", "return s -> w -> { throw new IllegalStateException(\"password hunter2\"); };");
        Path linking = plugin("c", "return s -> w -> { throw new NoClassDefFoundError(\"org/example/Gone\"); };");
        Path silent = plugin("d", "return s -> w -> null;");
        Path nothing = plugin("e", "return s -> null;");
        String failed = " failed: IllegalStateException, see the log";
        assertThat(reasonToTryAgain("a")).isEqualTo("the plugin " + opening + failed);
        assertThat(reasonToTryAgain("b")).isEqualTo("the plugin " + doing + failed);
        assertThat(reasonToTryAgain("c"))
                .isEqualTo("the plugin " + linking + " failed: a class is missing that is neither in the jar nor a part"
                        + " of what plugins see: org/example/Gone");
        assertThat(reasonToTryAgain("d")).isEqualTo("the plugin " + silent + " returned no outcome");
        assertThat(reasonToTryAgain("e"))
                .isEqualTo("the plugin " + nothing + " failed: NullPointerException, see the log");
    }
}
