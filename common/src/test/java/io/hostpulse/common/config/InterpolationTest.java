package io.hostpulse.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "'${NAME}', value",
        "'${NAME:other}', value",
        "'${MISSING:other}', other",
        "'${MISSING:}', ''",
        "'${MISSING:http://a:1/}', 'http://a:1/'",
        "'a-${NAME}-${NAME}', a-value-value",
        "'$${NAME}', '${NAME}'",
        "'$NAME costs 5$', '$NAME costs 5$'"
    })
    void putsVariablesIntoTexts(String written, String expected) {
        assertThat(root(written, "value").text("key", "unset")).isEqualTo(expected);
    }

    @Test
    void goesOverTheTextOnce() {
        assertThat(root("${NAME}", "${NAME}").text("key", "")).isEqualTo("${NAME}");
    }

    @Test
    void worksForEveryKindOfValue() {
        assertThat(root("${NAME}", "8080").whole("key", 1, 1, 65535)).isEqualTo(8080);
        assertThat(root("['a', '${NAME}']", "b").texts("key", List.of())).containsExactly("a", "b");
    }

    @Test
    void leavesFlagsToTheShell() {
        assertThat(Sample.in(directory).flags("key=${NAME}").root().text("key", ""))
                .isEqualTo("${NAME}");
    }

    @Test
    void needsAVariableOrADefault() {
        assertThat(problems("${MISSING}"))
                .containsExactly("config.yaml:1: key: the variable MISSING is not set: set it, or give a default as in"
                        + " ${MISSING:default}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ${", "${}", "${a b}", "${NAME"})
    void needsAName(String written) {
        assertThat(problems(written))
                .containsExactly("config.yaml:1: key: '${' must be followed by a variable's name and '}', as in"
                        + " ${NAME} or ${NAME:default}; write $${ for a plain '${'");
    }

    @Test
    void neverShowsWhatAVariableHolds() {
        Sample sample = Sample.in(directory).file("key: ${NAME}").variable("NAME", "hunter2");
        assertThat(sample.problems(root -> root.whole("key", 1, 1, 2)))
                .containsExactly("config.yaml:1: key: '${NAME}' is not a whole number, such as 1");
    }

    @Test
    void aVariableUsedByTheFileIsNotUnknown() {
        Sample sample = Sample.in(directory).file("key: ${HOSTPULSE_TOKEN}").variable("HOSTPULSE_TOKEN", "x");
        assertThat(sample.problems(root -> root.text("key", ""))).isEmpty();
    }

    private ConfigNode root(String written, String value) {
        String quoted = written.startsWith("[") ? written : "'" + written + "'";
        return Sample.in(directory)
                .file("key: " + quoted)
                .variable("NAME", value)
                .root();
    }

    private List<String> problems(String written) {
        return Sample.in(directory).file("key: '" + written + "'").problems(root -> root.text("key", ""));
    }
}
