package io.hostpulse.alerter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Rules, values one second apart, and what happens at which of them: {@code FW} fires as warning, {@code LWC} goes from warning to
 * critical, {@code R} is resolved, {@code p} and {@code e} is pending and no longer, {@code BW} and {@code EW} flaps and no longer.
 */
class RuleTableTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvFileSource(resources = "rules.psv", delimiter = '|', maxCharsPerColumn = 10_000)
    void doesWhatTheTableSays(String settings, String values, String expected) {
        String[] all = Stream.concat(Stream.of("t.metric=m.v"), Stream.of(Trial.settings("t", settings)))
                .toArray(String[]::new);
        Trial trial = new Trial(Rules.only(all).read()).expect("m");
        assertThat(trial.play(values)).isEqualTo(expected == null ? "" : expected.strip());
    }
}
