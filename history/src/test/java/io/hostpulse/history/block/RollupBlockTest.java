package io.hostpulse.history.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RollupBlockTest {

    private static final long HOUR = 490_896 * RollupBlock.HOUR;

    private static Bucket minute(int minute, double min, double mean, double max, double last, long count) {
        return new Bucket(HOUR + minute * RollupBlock.MINUTE, min, mean, max, last, count);
    }

    @Test
    void givesBackWhatItKeepsAndTheMeanToAHundredthOfTheLastDecimal() {
        List<Bucket> minutes = List.of(minute(0, 1.25, 3.123456, 7.5, 2, 120), minute(59, 0, 0, 0, 0, 1));
        assertThat(RollupBlock.decode(HOUR, RollupBlock.encode(minutes)))
                .containsExactly(minute(0, 1.25, 3.1235, 7.5, 2, 120), minute(59, 0, 0, 0, 0, 1));
    }

    @Test
    void aMinuteWithoutValuesDoesNotComeBack() {
        List<Bucket> back = RollupBlock.decode(HOUR, RollupBlock.encode(List.of(minute(7, 1, 1, 1, 1, 3))));
        assertThat(back).containsExactly(minute(7, 1, 1, 1, 1, 3));
    }

    @Test
    void anHourThatStandsStillTakesAFewBytes() {
        List<Bucket> minutes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            minutes.add(minute(i, 42, 42, 42, 42, 120));
        }
        assertThat(RollupBlock.encode(minutes)).hasSizeLessThan(22);
        assertThat(RollupBlock.decode(HOUR, RollupBlock.encode(minutes))).isEqualTo(minutes);
    }

    @RepeatedTest(100)
    void givesRandomHoursBack(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Bucket> minutes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(3) > 0) {
                Accumulator sum = new Accumulator();
                for (int j = random.nextInt(20); j >= 0; j--) {
                    sum.add(j, random.nextBoolean() ? random.nextInt(100) : random.nextDouble());
                }
                minutes.add(sum.bucket(HOUR + i * RollupBlock.MINUTE));
            }
        }
        if (!minutes.isEmpty()) {
            List<Bucket> back = RollupBlock.decode(HOUR, RollupBlock.encode(minutes));
            assertThat(back)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("mean")
                    .isEqualTo(minutes);
            for (int i = 0; i < back.size(); i++) {
                assertThat(back.get(i).mean()).isCloseTo(minutes.get(i).mean(), within());
            }
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(0.005);
    }

    @Test
    void aBucketWithoutAValueIsNone() {
        assertThatThrownBy(() -> new Accumulator().bucket(0)).hasMessage("a bucket without a value");
    }

    @Test
    void whatBeginsLatestHasTheLastValue() {
        Accumulator sum = new Accumulator();
        sum.add(20, 2);
        sum.add(10, 1);
        assertThat(sum.bucket(0)).isEqualTo(new Bucket(0, 1, 1.5, 2, 2, 2));
    }
}
