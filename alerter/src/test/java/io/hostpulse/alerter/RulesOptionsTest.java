package io.hostpulse.alerter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.alerter.replay.Span;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.codec.Since;
import io.hostpulse.common.process.ProcessFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesOptionsTest {

    private static final long NOW = Rfc3339.parse("2026-01-02T12:00:00Z");
    private static final Since TIMES = new Since(NOW, ZoneOffset.UTC);

    @Test
    void readsBothFormsOfAnOption() {
        RulesOptions options = RulesOptions.parse("test", "--rules=a.yaml", "--data", "copy", "--set", "a=b", "--json");
        assertThat(options.path("--rules")).contains(Path.of("a.yaml"));
        assertThat(options.path("--data")).contains(Path.of("copy"));
        assertThat(options.settings()).containsExactly("a=b");
        assertThat(options.json()).isTrue();
        assertThat(options.span(TIMES))
                .isEqualTo(new Span(OptionalLong.empty(), OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void timesAreLengthsMomentsOrTimesOfDay() {
        Span span = RulesOptions.parse("test", "--from", "09:30", "--to=1h").span(TIMES);
        assertThat(span.from()).hasValue(Rfc3339.parse("2026-01-02T09:30:00Z"));
        assertThat(span.to()).hasValue(Rfc3339.parse("2026-01-02T11:00:00Z"));
        assertThat(RulesOptions.parse("test", "--last", "90m").span(TIMES).last())
                .contains(Duration.ofMinutes(90));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                          | say what to do",
                "tset                        | unknown 'tset'; did you mean 'test'?",
                "test again                  | unknown 'again'",
                "test --lost 3h              | unknown option '--lost'; did you mean '--last'?",
                "test --last                 | option --last needs a value",
                "test --last 3h --last 4h    | option --last is given twice",
                "test --last 14:30           | '14:30' is no length of time",
                "test --last 0h              | '0h' is no length of time",
                "test --from yesterday       | option --from: 'yesterday' is no time",
                "test --last 3h --from 5h    | --last and --from both say where to begin",
                "list --last 3h              | option --last belongs to 'hostpulse rules test'",
            })
    void refusesWhatItCannotMean(String arguments, String message) {
        assertThatThrownBy(() -> RulesOptions.parse(arguments.isEmpty() ? new String[0] : arguments.split(" "))
                        .span(TIMES))
                .isInstanceOf(ProcessFailure.class)
                .hasMessageContaining(message);
    }
}
