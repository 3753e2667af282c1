package io.hostpulse.common.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;

class Rfc3339Test {

    @Test
    void writesMicrosecondsInUtc() {
        assertThat(Rfc3339.format(1_735_899_330_123_456_789L)).isEqualTo("2025-01-03T10:15:30.123456Z");
        assertThat(Rfc3339.format(1_735_899_330_000_000_000L)).isEqualTo("2025-01-03T10:15:30.000000Z");
    }

    @Test
    void readsAnyOffset() {
        assertThat(Rfc3339.parse("2025-01-03T11:15:30.5+01:00")).isEqualTo(1_735_899_330_500_000_000L);
        assertThat(Rfc3339.parse("2025-01-03T10:15:30Z")).isEqualTo(1_735_899_330_000_000_000L);
    }

    @Test
    void refusesWhatNanosecondsCannotCount() {
        assertThatThrownBy(() -> Rfc3339.parse("9025-01-03T10:15:30Z")).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> Rfc3339.parse("0001-01-03T10:15:30Z")).isInstanceOf(DateTimeParseException.class);
    }
}
