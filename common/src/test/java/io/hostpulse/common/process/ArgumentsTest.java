package io.hostpulse.common.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Set<String> SOURCE = Set.of("source");

    @Test
    void readsCommonAndOwnOptions() {
        Arguments arguments = Arguments.parse(
                new String[] {"--source", "memory", "--config", "a.yaml", "--data", "d", "--set", "x=1", "--set", "y=2"
                },
                SOURCE);
        assertThat(arguments.required("source")).isEqualTo("memory");
        assertThat(arguments.config()).contains(Path.of("a.yaml"));
        assertThat(arguments.data()).contains(Path.of("d"));
        assertThat(arguments.overrides()).containsExactly("x=1", "y=2");
    }

    @Test
    void saysWhatIsWrong() {
        assertUsage("unknown option '--colour'", "--colour", "red");
        assertUsage("unknown option 'memory'", "memory");
        assertUsage("option --source needs a value", "--source");
        assertUsage("option --data is given twice", "--data", "a", "--data", "b");
        assertThatThrownBy(() -> Arguments.parse(new String[0], SOURCE).required("source"))
                .hasMessage("option --source is missing");
    }

    private static void assertUsage(String message, String... args) {
        assertThatThrownBy(() -> Arguments.parse(args, SOURCE))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageStartingWith(message)
                .satisfies(e -> assertThat(((ProcessFailure) e).exitCode()).isEqualTo(ExitCode.USAGE));
    }
}
