package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final long MILLI = 1_000_000L;
    private static final long TICK = 500 * MILLI;
    private static final long START = 1_735_899_330_000L * MILLI;

    private final PollSchedule schedule = new PollSchedule(Duration.ofMillis(500));

    @Test
    void sleepsUntilJustBeforeTheNextRecordIsDue() {
        schedule.nextPoll(START + 3 * MILLI);
        schedule.arrived(START, START + 3 * MILLI);
        assertThat(schedule.nextPoll(START + 4 * MILLI)).isEqualTo(START + TICK + 2 * MILLI);
    }

    @Test
    void looksOftenWhileTheRecordIsDueAndRarelyOnceItsWriterIsGone() {
        schedule.arrived(START, START);
        long due = START + TICK;
        assertThat(schedule.nextPoll(due) - due).isLessThan(MILLI);
        assertThat(schedule.nextPoll(due + 100 * MILLI) - due - 100 * MILLI).isEqualTo(10 * MILLI);
        assertThat(schedule.nextPoll(due + 5000 * MILLI) - due - 5000 * MILLI).isEqualTo(100 * MILLI);
    }

    @Test
    void neverAnswersWithThePast() {
        Random random = new Random(7);
        long now = START;
        for (int i = 0; i < 10_000; i++) {
            now += random.nextLong(2 * TICK);
            if (random.nextBoolean()) {
                schedule.arrived(now - random.nextLong(TICK), now);
            }
            assertThat(schedule.nextPoll(now)).isGreaterThan(now);
        }
    }

    /** The promise of the schedule: few looks and little added delay, on a stream whose delay wanders. */
    @Test
    void addsLessThanHalfAMillisecondWithAFewLooksARecord() {
        Random random = new Random(11);
        long now = START;
        long looks = 0;
        long added = 0;
        int records = 1000;
        for (int i = 0; i < records; i++) {
            long sample = START + i * TICK;
            long readable = sample + 2 * MILLI + random.nextLong(MILLI);
            while (now < readable) {
                now = schedule.nextPoll(now);
                looks++;
            }
            added += now - readable;
            schedule.arrived(sample, now);
        }
        assertThat(added / records).isLessThan(MILLI / 2);
        assertThat(looks / records).isLessThan(8);
    }

    @Test
    void learnsNothingFromARecordThatWasThereBefore() {
        schedule.arrived(START, START + 300 * MILLI);
        assertThat(schedule.nextPoll(START + 300 * MILLI)).isEqualTo(START + TICK - MILLI);
    }

    /** What a busy moment teaches must not last: the reader sleeps through the time in which it could see that it is early. */
    @Test
    void forgetsABusyMomentWithinAFewRecords() {
        long afterTheBusyMoment = addedDelay(0, 20, 40 * MILLI);
        long later = addedDelay(20, 32, 2 * MILLI);
        assertThat(afterTheBusyMoment).isLessThan(MILLI / 2);
        assertThat(later).isLessThan(MILLI / 2);
    }

    /** Follows records that can all be read so long after their sample, and tells how much later the last one was read. */
    private long addedDelay(int first, int end, long delay) {
        long now = START + first * TICK;
        long readable = now;
        for (int i = first; i < end; i++) {
            readable = START + i * TICK + delay;
            while (now < readable) {
                now = schedule.nextPoll(now);
            }
            schedule.arrived(START + i * TICK, now);
        }
        return now - readable;
    }

    @Test
    void followsWithoutAnInterval() {
        PollSchedule irregular = new PollSchedule(Duration.ZERO);
        irregular.arrived(START, START);
        assertThat(irregular.nextPoll(START)).isEqualTo(START + 10 * MILLI);
    }
}
