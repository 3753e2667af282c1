package io.hostpulse.collector.source.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentNumbersTest {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void areReadOnceForAllWhoAskWithinOneReading() throws Exception {
        Numbers numbers = new RecentNumbers(() -> Map.of("reads", (long) reads.incrementAndGet()), clock::get);
        assertThat(numbers.read()).containsEntry("reads", 1L);
        clock.set(99_999_999);
        assertThat(numbers.read()).containsEntry("reads", 1L);
        clock.set(100_000_000);
        assertThat(numbers.read()).containsEntry("reads", 2L);
    }

    @Test
    void areNotRepeatedAfterAnError() throws Exception {
        Numbers numbers = new RecentNumbers(this::failingTheSecondTime, clock::get);
        numbers.read();
        clock.set(100_000_000);
        assertThatThrownBy(numbers::read).hasMessage("gone");
        assertThat(numbers.read()).containsEntry("reads", 3L);
    }

    private Map<String, Long> failingTheSecondTime() throws IOException {
        if (reads.incrementAndGet() == 2) {
            throw new IOException("gone");
        }
        return Map.of("reads", (long) reads.get());
    }
}
