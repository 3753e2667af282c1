package io.hostpulse.alerter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DeliveryTimesTest {

    @Test
    void knowsNothingBeforeSomethingArrived() {
        assertThat(DeliveryTimes.NONE.last()).isEmpty();
        assertThat(DeliveryTimes.NONE.median()).isEmpty();
        assertThat(DeliveryTimes.NONE.longest()).isEmpty();
    }

    @Test
    void tellsTheLastTheUsualAndTheWorst() {
        DeliveryTimes times = of(5, 1, 9, 2);
        assertThat(times.last()).hasValue(2);
        assertThat(times.median()).hasValue(2);
        assertThat(times.longest()).hasValue(9);
    }

    @Test
    void keepsTheNewestHundred() {
        DeliveryTimes times = of(LongStream.rangeClosed(1, 250).toArray());
        assertThat(times.newest()).hasSize(100).startsWith(151L).endsWith(250L);
    }

    private static DeliveryTimes of(long... took) {
        DeliveryTimes times = DeliveryTimes.NONE;
        for (long one : took) {
            times = times.and(one);
        }
        return times;
    }
}
