package io.hostpulse.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.text.Sparkline.Point;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void barsGoFromLowestToHighestAndLeaveOutWhatIsNoNumber() {
        assertThat(Sparkline.of(List.of(new Point(1, 1), new Point(2, 5), new Point(3, 3), new Point(4, Double.NaN))))
                .isEqualTo("▁█▄");
        assertThat(Sparkline.of(List.of(new Point(1, 7), new Point(2, 7)))).isEqualTo("▁▁");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    @Test
    void keepsTheHighestOfEachShare() {
        List<Point> many =
                IntStream.range(0, 1_000).mapToObj(at -> new Point(at, at)).toList();
        assertThat(Sparkline.values(many)).hasSize(30).last().isEqualTo(OptionalDouble.of(999));
    }

    @Test
    void aTimeWithoutValuesStaysEmpty() {
        List<Point> withHole = List.of(new Point(0, 1), new Point(1, 2), new Point(29, 8));
        assertThat(Sparkline.of(withHole)).isEqualTo("▁ █");
    }
}
