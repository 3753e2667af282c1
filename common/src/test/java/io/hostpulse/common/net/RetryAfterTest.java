package io.hostpulse.common.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.codec.Rfc3339;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final long NOW = Rfc3339.parse("2026-07-03T10:17:35Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 7 ', PT7S",
        "0.35, PT1S",
        "999999999, PT6H",
        "'Fri, 03 Jul 2026 10:18:35 GMT', PT1M",
        "'Fri, 03 Jul 2026 09:00:00 GMT', PT0S",
        "'Sun, 03 Jul 2039 10:18:35 GMT', PT6H"
    })
    void isSecondsOrADate(String value, Duration expected) {
        assertThat(RetryAfter.parse(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999", "Fri, 99 Jul 2026 10:18:35 GMT"})
    void isNothingElse(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
