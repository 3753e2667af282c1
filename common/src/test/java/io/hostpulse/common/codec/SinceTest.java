package io.hostpulse.common.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinceTest {

    private final Since since = new Since(Rfc3339.parse("2025-01-03T10:15:30Z"), ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "5m,2025-01-03T10:10:30.000000Z",
        "24h,2025-01-02T10:15:30.000000Z",
        "250ms,2025-01-03T10:15:29.750000Z",
        "11:00,2025-01-03T10:00:00.000000Z",
        "9:30,2025-01-03T08:30:00.000000Z",
        "14:30,2025-01-02T13:30:00.000000Z",
        "2025-01-03T10:15:00.5+01:00,2025-01-03T09:15:00.500000Z"
    })
    void readsTimesAsPeopleTypeThem(String text, String time) {
        assertThat(Rfc3339.format(since.parse(text))).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "5", "25:00", "999999999d", "5 m", ""})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> since.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no time");
    }
}
