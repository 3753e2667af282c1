package io.hostpulse.history.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ColumnTest {

    private static final double[] AWKWARD = {
        0.0,
        -0.0,
        1,
        -1,
        0.1,
        99.99,
        -273.15,
        1e-9,
        1e-10,
        Math.PI,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        1L << 50,
        (1L << 53) + 2.0,
        9.007199254740994E15,
        1e300,
        ValueColumn.ABSENT
    };

    @Test
    void givesAwkwardNumbersBackBitByBitAlone() {
        for (double value : AWKWARD) {
            assertSame(value, value, value);
        }
    }

    @Test
    void givesAwkwardNumbersBackBitByBitTogether() {
        assertSame(AWKWARD);
    }

    @RepeatedTest(300)
    void givesRandomColumnsBackBitByBit(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        double[] values = new double[random.nextInt(200)];
        int decimals = random.nextInt(12);
        int kind = random.nextInt(4);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (kind) {
                case 0 -> Math.round(random.nextDouble() * 1e6) / Math.pow(10, decimals);
                case 1 -> Double.longBitsToDouble(random.nextLong());
                case 2 -> random.nextInt(3);
                default -> AWKWARD[random.nextInt(AWKWARD.length)];
            };
            if (!Double.isFinite(values[i]) || random.nextInt(5) == 0) {
                values[i] = ValueColumn.ABSENT;
            }
        }
        assertSame(values);
    }

    private static void assertSame(double... values) {
        double[] back = ValueColumn.decode(ValueColumn.encode(values), values.length);
        assertThat(bits(back)).containsExactly(bits(values));
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    @Test
    void anAbsentValueIsNoZero() {
        double[] back = ValueColumn.decode(ValueColumn.encode(new double[] {0, ValueColumn.ABSENT, 0}), 3);
        assertThat(ValueColumn.isAbsent(back[1])).isTrue();
        assertThat(back[0]).isZero();
    }

    @Test
    void aValueThatStandsStillTakesAFewBytesHoweverLong() {
        double[] values = new double[6000];
        Arrays.fill(values, 25276502016.0);
        assertThat(ValueColumn.encode(values)).hasSizeLessThan(12);
    }

    @Test
    void percentWithTwoDecimalsTakesLessThanTwoBytesAValue() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = DoubleStream.generate(() -> Math.round(random.nextDouble() * 3000) / 100.0)
                .limit(1200)
                .toArray();
        assertThat(ValueColumn.encode(values).length).isLessThan(2 * 1200);
    }

    @Test
    void evenTimesTakeAFewBytesHoweverMany() {
        long[] times = LongStream.range(0, 1200)
                .map(i -> 1_767_225_600_000_000_000L + i * 500_000_000L)
                .toArray();
        long[] sequences = LongStream.range(77, 77 + 1200).toArray();
        byte[] bytes = new Timeline(times, sequences).encode();
        assertThat(bytes).hasSizeLessThan(40);
        assertThat(Timeline.decode(bytes).times()).containsExactly(times);
        assertThat(Timeline.decode(bytes).sequences()).containsExactly(sequences);
    }

    @RepeatedTest(100)
    void givesTimesBackThatJump(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        long[] times = random.longs(random.nextInt(50)).toArray();
        long[] sequences = random.longs(times.length).toArray();
        Timeline back = Timeline.decode(new Timeline(times, sequences).encode());
        assertThat(back.times()).containsExactly(times);
        assertThat(back.sequences()).containsExactly(sequences);
    }

    /** Bytes from a damaged disk end in an answer or in the one exception, and never in a loop or without memory. */
    @RepeatedTest(500)
    void refusesBytesThatNobodyWrote(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        tolerant(() -> ValueColumn.decode(bytes, random.nextInt(2000)));
        tolerant(() -> Timeline.decode(bytes));
        tolerant(() -> RollupBlock.decode(0, bytes));
        tolerant(() -> {
            Segment segment = Segment.open(bytes);
            while (segment.series() != Integer.MAX_VALUE) {
                segment.values();
                segment.next();
            }
        });
    }

    private static void tolerant(Runnable decoding) {
        try {
            decoding.run();
        } catch (MalformedBlockException expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }

    @Test
    void saysWhatIsWrongWithTooFewAndTooManyBytes() {
        byte[] bytes = ValueColumn.encode(new double[] {1, 2, 3});
        assertThatThrownBy(() -> ValueColumn.decode(Arrays.copyOf(bytes, 2), 3))
                .isInstanceOf(MalformedBlockException.class)
                .hasMessageContaining("ends after 2 bytes");
        assertThatThrownBy(() -> ValueColumn.decode(bytes, 2))
                .isInstanceOf(MalformedBlockException.class)
                .hasMessageContaining("something follows");
    }
}
