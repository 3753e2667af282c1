package io.hostpulse.collector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.monitoring.Stop;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.process.MarkFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps the sampler through time by hand: no thread, no clock, no queue. */
class SamplerTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;
    private static final long NOON = 1_735_905_600 * SECOND;
    private static final Reading DATA =
            new Reading.Ok(Fields.builder().put("total", 1L).build());

    @TempDir
    Path root;

    private final StepReader reader = new StepReader();
    private final List<Snapshot> written = new ArrayList<>();
    private DataDirectory data;
    private MarkFile mark;
    private Optional<Stop> stop = Optional.empty();
    private final List<String> stops = new ArrayList<>();
    private Sampler sampler;

    @BeforeEach
    void wire() throws Exception {
        data = new DataDirectory(root);
        data.create();
        mark = MarkFile.create(data, "collector-memory", NOON);
        sampler = sampler(Duration.ZERO);
    }

    private Sampler sampler(Duration headStart) {
        Timing timing = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), headStart);
        return new Sampler(timing, reader, new Sink(), new SampleStats(mark), now -> stop);
    }

    @AfterEach
    void close() throws Exception {
        mark.close();
    }

    @Test
    void writesOneSnapshotAtEachAlignedMoment() {
        reader.answer = Optional.of(DATA);
        long next = sampler.doWork(NOON + 1);
        assertThat(next).isEqualTo(NOON + 500 * MILLI);
        for (int i = 0; i < 3; i++) {
            next = sampler.doWork(next + 30_000); // timers wake late
        }
        assertThat(times()).containsExactly(NOON + 500 * MILLI, NOON + SECOND, NOON + 2 * SECOND);
        assertThat(next).isEqualTo(NOON + 3 * SECOND);
    }

    @Test
    void givesOthersAHeadStartAndKeepsItsMomentsAligned() {
        reader.answer = Optional.of(DATA);
        sampler = sampler(Duration.ofMillis(20));
        assertThat(sampler.doWork(NOON + 30 * MILLI)).isEqualTo(NOON + 520 * MILLI);
        sampler.doWork(NOON + 519 * MILLI);
        assertThat(written).isEmpty();
        assertThat(sampler.doWork(NOON + 520 * MILLI)).isEqualTo(NOON + 1020 * MILLI);
        assertThat(times()).containsExactly(NOON + 500 * MILLI);
    }

    @Test
    void doesNothingWhenItIsCalledTooEarly() {
        reader.answer = Optional.of(DATA);
        sampler.doWork(NOON + 1);
        assertThat(sampler.doWork(NOON + 2)).isEqualTo(NOON + 500 * MILLI);
        assertThat(written).isEmpty();
    }

    @Test
    void reportsAReadThatMissesItsDeadlineAndGoesOnReporting() {
        sampler.doWork(NOON + 1);
        long begin = NOON + 500 * MILLI;
        assertThat(sampler.doWork(begin)).as("asks to be called again at once").isEqualTo(begin);
        sampler.doWork(begin + SECOND);
        assertThat(written).isEmpty();
        sampler.doWork(begin + 2 * SECOND);
        assertThat(written).containsExactly(new Snapshot(begin, new Reading.Failed("no answer within 2000 ms")));

        sampler.doWork(NOON + 3 * SECOND);
        sampler.doWork(NOON + 4 * SECOND);
        assertThat(times().subList(1, 3)).containsExactly(NOON + 3 * SECOND, NOON + 4 * SECOND);
        assertThat(written.get(2).reading())
                .isEqualTo(new Reading.Failed("no answer for 3 s; nothing else is tried until it comes"));
        assertThat(reader.begun).as("reads that were started").isEqualTo(1);
    }

    @Test
    void readsAgainOnceAHungReadHasReturnedAndDropsItsOldAnswer() {
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        sampler.doWork(NOON + 2500 * MILLI);
        reader.answer = Optional.of(DATA);
        sampler.doWork(NOON + 3 * SECOND);
        assertThat(written.get(1)).isEqualTo(new Snapshot(NOON + 3 * SECOND, DATA));
        assertThat(reader.begun).isEqualTo(2);
    }

    @Test
    void countsTheMomentsItMissedInsteadOfCatchingUp() throws Exception {
        reader.answer = Optional.of(DATA);
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        long next = sampler.doWork(NOON + 10 * SECOND + 5 * MILLI);
        assertThat(times()).containsExactly(NOON + 500 * MILLI, NOON + 10 * SECOND);
        assertThat(next).isEqualTo(NOON + 11 * SECOND);
        assertThat(counters()).containsEntry("ticks_missed_total", 9L);
    }

    @Test
    void goesOnAtOnceWhenTheClockIsSetBack() {
        reader.answer = Optional.of(DATA);
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        long hourAgo = NOON - 3600 * SECOND;
        long next = sampler.doWork(hourAgo + 10);
        assertThat(next).isEqualTo(hourAgo + SECOND);
        sampler.doWork(next);
        assertThat(times()).endsWith(hourAgo + SECOND);
    }

    @Test
    void readsNothingWhileItIsStoppedAndSaysSoAtEveryMoment() throws Exception {
        stop = Optional.of(new Stop("ann", NOON, "new cables"));
        reader.answer = Optional.of(DATA);
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        sampler.doWork(NOON + SECOND);
        assertThat(reader.begun).isZero();
        assertThat(written).isEmpty();
        assertThat(stops).containsExactly("ann 500", "ann 1000");
        assertThat(sampler.isReady()).isTrue();
        assertThat(counters()).containsEntry("ticks_missed_total", 0L);
        stop = Optional.empty();
        sampler.doWork(NOON + 2 * SECOND);
        assertThat(written).containsExactly(new Snapshot(NOON + 2 * SECOND, DATA));
    }

    @Test
    void aReadThatHungBeforeItWasStoppedIsNotForgotten() {
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        sampler.doWork(NOON + 3 * SECOND);
        int hung = written.size();
        stop = Optional.of(new Stop("ann", NOON, ""));
        sampler.doWork(NOON + 4 * SECOND);
        assertThat(written).hasSize(hung);
        stop = Optional.empty();
        sampler.doWork(NOON + 5 * SECOND);
        assertThat(reader.begun).isEqualTo(1);
        assertThat(((Reading.Failed) written.get(hung).reading()).reason()).startsWith("no answer for ");
    }

    @Test
    void showsHowReadingGoes() throws Exception {
        reader.answer = Optional.of(new Reading.Failed("no permission"));
        sampler.doWork(NOON + 1);
        sampler.doWork(NOON + 500 * MILLI);
        assertThat(counters())
                .containsEntry("reads_total", 1L)
                .containsEntry("read_failures_total", 1L)
                .containsEntry("read_overruns_total", 0L)
                .containsEntry("read_last_duration_ns", StepReader.DURATION);
    }

    private List<Long> times() {
        return written.stream().map(Snapshot::sampleTime).toList();
    }

    private Map<String, Long> counters() throws Exception {
        return Mark.read(data, "collector-memory").orElseThrow().counters();
    }

    /** A read that is done when the test says so. */
    private static final class StepReader implements DeadlineReader {

        static final long DURATION = 1234;

        private Optional<Reading> answer = Optional.empty();
        private int begun;

        @Override
        public void begin() {
            begun++;
        }

        @Override
        public Optional<Outcome> await(long nanos) {
            return answer.map(reading -> new Outcome(reading, DURATION));
        }

        @Override
        public void close() {}
    }

    private final class Sink implements SnapshotSink {

        @Override
        public boolean accept(Snapshot snapshot) {
            return written.add(snapshot);
        }

        @Override
        public boolean stopped(long sampleTime, Stop stop) {
            return stops.add(stop.by() + " " + (sampleTime - NOON) / MILLI);
        }

        @Override
        public void close() {}
    }
}
