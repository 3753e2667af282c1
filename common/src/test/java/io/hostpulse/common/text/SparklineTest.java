package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void barsGoFromLowestToHighestAndLeaveOutWhatIsNoNumber() {
        assertThat(Sparkline.of(List.of(1.0, 5.0, 3.0, Double.NaN))).isEqualTo("▁█▄");
        assertThat(Sparkline.of(List.of(7.0, 7.0))).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    @Test
    void keepsTheHighestOfEachShare() {
        List<Double> many = IntStream.range(0, 1_000).asDoubleStream().boxed().toList();
        assertThat(Sparkline.highest(many)).hasSize(30).last().isEqualTo(999.0);
    }
}
