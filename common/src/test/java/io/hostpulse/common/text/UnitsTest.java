package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KB", "50541568,48.2 MB", "9223372036854775807,8.0 EB"})
    void showsAmountsOfData(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 ms",
        "320000000,320 ms",
        "3400000000,3.4 s",
        "34000000000,34 s",
        "192000000000,3 m 12 s",
        "18180000000000,5 h 3 m",
        "183600000000000,2 d 3 h",
        "-320000000,-320 ms"
    })
    void showsLengthsOfTimeByTheirTwoLargestUnits(long nanos, String text) {
        assertThat(Units.span(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0 s", "59,59 s", "60,1 m 0 s", "3725,1 h 2 m", "176400,2 d 1 h"})
    void showsLengthsOfTimeWithoutPartsOfASecond(long seconds, String text) {
        assertThat(Units.wholeSpan(seconds * 1_000_000_000L + 999_999_999)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.44,0.4 %", "100,100.0 %"})
    void showsPercentages(double percent, String text) {
        assertThat(Units.percent(percent)).isEqualTo(text);
    }
}
