package io.hostpulse.console.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.common.codec.Rfc3339;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAheadTest {

    /** 11:15:30 in Paris. */
    private final TimeAhead times =
            new TimeAhead(Rfc3339.parse("2025-01-03T10:15:30.000000Z"), ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @CsvSource({
        "90m, 2025-01-03T11:45:30.000000Z",
        "1w, 2025-01-10T10:15:30.000000Z",
        "18:00, 2025-01-03T17:00:00.000000Z",
        "9:30, 2025-01-04T08:30:00.000000Z",
        "2026-05-01T22:00, 2026-05-01T20:00:00.000000Z",
        "2026-05-01 22:00:30, 2026-05-01T20:00:30.000000Z",
        "2026-05-01T22:00:00Z, 2026-05-01T22:00:00.000000Z"
    })
    void readsTimesToCome(String text, String expected) {
        assertThat(Rfc3339.format(times.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "25:00", "2h30m", "2026-13-01T00:00", "-2h", "999999w1"})
    void saysWhatATimeLooksLike(String text) {
        assertThatThrownBy(() -> times.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no time: write 2h, 18:00, 2026-05-01T22:00");
    }

    @Test
    void noTimeAtAllIsNoLength() {
        assertThat(TimeAhead.length("2h")).isEqualTo(Duration.ofHours(2));
        assertThatThrownBy(() -> TimeAhead.length("0m")).hasMessageContaining("is no length of time");
    }
}
