package io.hostpulse.collector.source.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Value;
import org.junit.jupiter.api.Test;

class PercentTest {

    @Test
    void hasTwoDecimals() {
        assertThat(Percent.of(1, 3, "empty")).isEqualTo(new Value.Real(33.33));
        assertThat(Percent.of(3, 3, "empty")).isEqualTo(new Value.Real(100));
    }

    @Test
    void isUnknownWhenThereIsNothingToTakeAPartOf() {
        assertThat(Percent.of(0, 0, "empty")).isEqualTo(new Value.Missing("empty"));
    }

    @Test
    void isUnknownRatherThanOutsideOfItsRange() {
        assertThat(Percent.of(4, 3, "empty")).isEqualTo(new Value.Missing("4 is not a part of 3"));
        assertThat(Percent.of(-1, 3, "empty")).isInstanceOf(Value.Missing.class);
    }
}
