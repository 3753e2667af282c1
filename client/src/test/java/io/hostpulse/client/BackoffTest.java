package io.hostpulse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void spreadsClientsOverTheSecondHalfOfTheWait() {
        Set<Duration> waits = new TreeSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            waits.add(new Backoff(SECOND, SECOND.multipliedBy(30), SECOND).before(3, random));
        }
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8)));
        assertThat(waits).hasSizeGreaterThan(800);
    }

    @Test
    void neverWaitsLongerThanTheLongest() {
        Backoff backoff = new Backoff(SECOND, SECOND.multipliedBy(30), SECOND);
        assertThat(backoff.before(Integer.MAX_VALUE, new Random(1)))
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void doublesAWaitOfLessThanAMillisecondToo() {
        Backoff backoff = new Backoff(Duration.ofNanos(100_000), SECOND, SECOND);
        assertThat(backoff.before(10, new Random(1))).isBetween(Duration.ofMillis(51), Duration.ofMillis(103));
    }

    @Test
    void refusesWaitsThatCannotBeMeant() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, SECOND, SECOND))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(SECOND, SECOND.dividedBy(2), SECOND))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
