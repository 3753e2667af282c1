package io.hostpulse.common.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PluginInstanceTest {

    private static final Path JAR = Path.of("plugins", "mine.jar");

    private final List<String> seen = new ArrayList<>();
    private final PluginInstance<AutoCloseable> plugin = new PluginInstance<>(JAR, () -> {
        seen.add("opened");
        return () -> seen.add("closed");
    });

    @Test
    void isOpenedByItsFirstStepAndOnlyOnce() {
        assertThat(plugin.isOpen()).isFalse();
        assertThat(outcome(plugin, open -> "one")).isEqualTo("one");
        assertThat(outcome(plugin, open -> "two")).isEqualTo("two");
        plugin.close();
        assertThat(seen).containsExactly("opened", "closed");
    }

    @Test
    void isNotClosedWhenItWasNeverOpened() {
        plugin.close();
        assertThat(seen).isEmpty();
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("password=secret"),
                new StackOverflowError(),
                new AssertionError("secret"),
                new NoClassDefFoundError("org/example/Gone"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void makesAnOutcomeOfWhateverItThrows(Throwable failure) {
        assertThat(outcome(plugin, open -> PluginInstanceTest.<RuntimeException>thrown(failure)))
                .startsWith("the plugin plugins/mine.jar failed: ")
                .doesNotContain("secret");
        assertThat(outcome(plugin, open -> "well again")).isEqualTo("well again");
    }

    @Test
    void blamesAPluginThatReturnsNothing() {
        assertThat(outcome(plugin, open -> null)).isEqualTo("the plugin plugins/mine.jar returned no outcome");
    }

    @Test
    void opensAgainUntilItSucceeds() {
        PluginInstance<AutoCloseable> late = new PluginInstance<>(JAR, () -> {
            seen.add("tried");
            return seen.size() < 2 ? null : () -> {};
        });
        assertThat(outcome(late, open -> "well")).contains("NullPointerException, see the log");
        assertThat(outcome(late, open -> "well")).isEqualTo("well");
    }

    @Test
    void outlivesAPluginThatCannotBeClosed() {
        PluginInstance<AutoCloseable> stuck = new PluginInstance<>(JAR, () -> () -> {
            throw new IllegalStateException("no");
        });
        outcome(stuck, open -> "well");
        stuck.close();
    }

    private static String outcome(PluginInstance<AutoCloseable> plugin, Function<AutoCloseable, String> step) {
        return plugin.attempt(step, problem -> problem);
    }

    @SuppressWarnings("unchecked") // only the compiler believes it
    private static <E extends Throwable> String thrown(Throwable failure) throws E {
        throw (E) failure;
    }
}
