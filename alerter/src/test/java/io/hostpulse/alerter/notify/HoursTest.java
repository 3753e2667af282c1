package io.hostpulse.alerter.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** 2026-07-03 is a Friday. */
    @ParameterizedTest
    @CsvSource({
        "08:00-18:00, 2026-07-03T08:00, true",
        "08:00-18:00, 2026-07-03T18:00, false",
        "08:00-18:00, 2026-07-03T07:59:59, false",
        "22:00-06:00, 2026-07-03T23:00, true",
        "22:00-06:00, 2026-07-03T05:59, true",
        "22:00-06:00, 2026-07-03T06:00, false",
        "mon-fri 08:00-18:00, 2026-07-04T10:00, false",
        "MON-FRI 8:00-18:00, 2026-07-03T10:00, true",
        "fri 22:00-06:00, 2026-07-04T03:00, true",
        "fri 22:00-06:00, 2026-07-03T03:00, false",
        "sat-mon 00:00-24:00, 2026-07-05T12:00, true",
        "sat-mon 00:00-24:00, 2026-07-06T23:59, true",
        "sat-mon 00:00-24:00, 2026-07-07T00:00, false",
        "12:00-24:00, 2026-07-03T23:59, true",
        "12:00-24:00, 2026-07-03T00:00, false",
    })
    void followTheClockOnTheWall(String hours, LocalDateTime time, boolean expected) {
        assertThat(Hours.parse(List.of(hours)).includes(time.atZone(BERLIN))).isEqualTo(expected);
    }

    @Test
    void areAnyOfTheirSpans() {
        Hours hours = Hours.parse(List.of("mon-fri 08:00-18:00", "sat 10:00-12:00"));
        assertThat(hours.includes(LocalDateTime.parse("2026-07-04T11:00").atZone(BERLIN)))
                .isTrue();
        assertThat(Hours.ALWAYS.includes(LocalDateTime.parse("2026-07-04T11:00").atZone(BERLIN)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8-18", "08:00", "08:00-25:00", "08:60-09:00", "24:01-09:00", "xxx 08:00-09:00"})
    void mustBeSpans(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse(List.of(text)));
    }
}
