package io.hostpulse.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.collector.source.Source;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SourceThreadTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
    private static final Reading DATA = new Reading.Ok(Fields.NONE);

    @Test
    void measuresAReadAndHandsItOver() {
        long[] time = {0};
        try (SourceThread thread = SourceThread.start(() -> DATA, () -> time[0] += 100)) {
            thread.begin();
            assertThat(thread.await(PATIENCE)).contains(new DeadlineReader.Outcome(DATA, 100));
        }
    }

    @Test
    void turnsWhateverASourceThrowsIntoAFailedReading() {
        assertThat(outcomeOf(() -> {
                    throw new IOException("/proc/stat: 'cpu x' is no number");
                }))
                .isEqualTo(new Reading.Failed("/proc/stat: 'cpu x' is no number"));
        assertThat(outcomeOf(() -> {
                    throw new IllegalStateException();
                }))
                .isEqualTo(new Reading.Failed("java.lang.IllegalStateException"));
        assertThat(outcomeOf(() -> {
                    throw new UnsatisfiedLinkError("no libnvidia-ml.so");
                }))
                .isEqualTo(new Reading.Failed("no libnvidia-ml.so"));
    }

    @Test
    void leavesABlockedReadAlone() {
        CountDownLatch dead = new CountDownLatch(1);
        try (SourceThread thread = SourceThread.start(() -> block(dead), System::nanoTime)) {
            thread.begin();
            assertThat(thread.await(1_000_000)).isEmpty();
            assertThat(thread.await(-5)).isEmpty();
            dead.countDown();
            assertThat(thread.await(PATIENCE)).isPresent();
        }
    }

    @Test
    void letsASourcePrepareOnlyAfterTheReadingWasHandedOver() {
        Preparing source = new Preparing();
        try (SourceThread thread = SourceThread.start(source, System::nanoTime)) {
            thread.begin();
            assertThat(thread.await(PATIENCE)).isPresent();
            source.mayGoOn.countDown();
            thread.begin();
            assertThat(thread.await(PATIENCE)).isPresent();
            assertThat(source.prepared).hasPositiveValue();
        }
    }

    @Test
    void endsAReadThatIsOutBeforeItCloses() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        AtomicInteger closed = new AtomicInteger();
        SourceThread thread = SourceThread.start(
                new Source() {
                    @Override
                    public Reading read() {
                        reading.countDown();
                        return block(never);
                    }

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                },
                System::nanoTime);
        thread.begin();
        block(reading);
        thread.close();
        assertThat(closed).hasValue(1);
    }

    /** Prepares only once its reading is in the test's hands, and fails at it. */
    private static final class Preparing implements Source {
        private final CountDownLatch mayGoOn = new CountDownLatch(1);
        private final AtomicInteger prepared = new AtomicInteger();

        @Override
        public Reading read() {
            return DATA;
        }

        @Override
        public void prepareNext() {
            block(mayGoOn);
            prepared.incrementAndGet();
            throw new IllegalStateException("a defect that must not end the thread");
        }
    }

    private static Reading block(CountDownLatch dead) {
        try {
            dead.await();
            return DATA;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DATA;
        }
    }

    private static Reading outcomeOf(Source source) {
        try (SourceThread thread = SourceThread.start(source, System::nanoTime)) {
            thread.begin();
            return thread.await(PATIENCE).orElseThrow().reading();
        }
    }
}
