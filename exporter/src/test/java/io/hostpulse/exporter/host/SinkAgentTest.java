package io.hostpulse.exporter.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.export.SinkView.State;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.exporter.fixture.Queues;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkAgentTest {

    private static final Duration HALF = Duration.ofMillis(500);
    private static final BatchLimits LIMITS = new BatchLimits(10, 1 << 20, Duration.ofSeconds(5));

    @TempDir
    Path root;

    private Queues queues;
    private FakeSink sink;
    private SinkAgent agent;

    @BeforeEach
    void prepare() throws IOException {
        queues = new Queues(root);
        sink = new FakeSink();
    }

    @AfterEach
    void close() {
        if (agent != null) {
            agent.close();
        }
    }

    /** Remembers what it was given, and says what it is told to. */
    private static final class FakeSink implements Sink {
        private final List<List<String>> batches = new ArrayList<>();
        private Function<Batch, SinkOutcome> answer = batch -> SinkOutcome.WRITTEN;
        private int flushes;
        private boolean defectiveTick;

        @Override
        public SinkOutcome tick(long now) {
            if (defectiveTick) {
                throw new IllegalStateException("tock");
            }
            return SinkOutcome.WRITTEN;
        }

        @Override
        public SinkOutcome write(Batch batch) {
            SinkOutcome outcome = answer.apply(batch);
            if (outcome instanceof SinkOutcome.Written) {
                batches.add(batch.records().stream()
                        .map(record -> record.stream() + "/" + record.sequence())
                        .toList());
            }
            return outcome;
        }

        @Override
        public SinkOutcome flush() {
            flushes++;
            return SinkOutcome.WRITTEN;
        }

        private List<String> all() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    private SinkAgent start(String start, String... streams) {
        SinkSettings settings =
                new SinkSettings("mine", "fake", true, new StreamFilter(List.of(streams)), new Start(start), LIMITS);
        agent = new SinkAgent(settings, new SinkSurroundings("mine", queues.data()), sink, queues::now);
        return agent;
    }

    /** Turns as its thread would make them, without waiting. */
    private void run(Duration time) {
        long end = queues.now() + time.toNanos();
        long next = agent.doWork(queues.now());
        while (next <= end) {
            queues.step(Duration.ofNanos(Math.max(1, next - queues.now())));
            next = agent.doWork(queues.now());
        }
        queues.step(Duration.ofNanos(Math.max(0, end - queues.now())));
    }

    private long cursor(String stream) throws IOException {
        return CursorFile.peek(queues.data().cursor("exporter-mine", new StreamName(stream)))
                .sequence();
    }

    private static List<String> keys(String stream, int from, int to) {
        List<String> keys = new ArrayList<>();
        for (int sequence = from; sequence <= to; sequence++) {
            keys.add(stream + "/" + sequence);
        }
        return keys;
    }

    @Test
    void writesFullBatchesAtOnceAndTheRestWhenItHasWaited() throws IOException {
        queues.write("memory", 25, HALF);
        start("beginning");
        run(Duration.ofSeconds(1));
        assertThat(sink.batches).containsExactly(keys("memory", 1, 10), keys("memory", 11, 20));
        assertThat(cursor("memory")).isEqualTo(20);
        run(Duration.ofSeconds(5));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 25));
        assertThat(cursor("memory")).isEqualTo(25);
    }

    @Test
    void followsTheOtherStreamsWhenOneCannotBeOpened() throws IOException {
        queues.write("disk", 2, HALF);
        queues.write("memory", 2, HALF);
        Path cursor = queues.data().cursor("exporter-mine", new StreamName("disk"));
        Files.createDirectories(cursor);
        start("beginning");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 2));
        assertThat(agent.view().error()).contains("stream disk cannot be followed");
        Files.delete(cursor);
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).contains("disk/1", "disk/2");
    }

    @Test
    void waitsNoLongerThanAnHourHoweverLongItIsAskedTo() {
        for (Duration asked : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MIN_VALUE))) {
            sink.answer = batch -> new SinkOutcome.TryAgain("come back later", Optional.of(asked));
            queues.write("memory", 1, HALF);
            if (agent == null) {
                start("beginning");
            }
            run(Duration.ofSeconds(6));
            sink.answer = batch -> SinkOutcome.WRITTEN;
            run(Duration.ofMinutes(61));
        }
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 2));
    }

    @Test
    void pausesBetweenAskingAgainAndAgainForTheSame() throws IOException {
        queues.write("memory", 10, HALF);
        int[] asked = {0};
        sink.answer = batch -> {
            asked[0]++;
            return new SinkOutcome.ReadAgain(Map.of(new StreamName("memory"), 0L));
        };
        start("beginning");
        for (int i = 0; i < 1_000; i++) {
            agent.doWork(queues.now());
        }
        assertThat(asked[0]).isLessThan(5);
        sink.answer = batch -> SinkOutcome.WRITTEN;
        run(Duration.ofSeconds(10));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 10));
    }

    @Test
    void mergesStreamsByTime() {
        queues.write("memory", 2, HALF);
        queues.write("disk", 2, HALF);
        queues.write("memory", 1, HALF);
        start("beginning");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).containsExactly("memory/1", "memory/2", "disk/1", "disk/2", "memory/3");
    }

    @Test
    void leavesOutAlertsAndOrdersUnlessTheyAreNamed() {
        queues.write("alerts", 1, HALF);
        queues.write("control-console", 1, HALF);
        queues.write("memory", 1, HALF);
        start("beginning");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).containsExactly("memory/1");
        agent.close();
        start("beginning", "al*");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).containsExactly("memory/1", "alerts/1");
    }

    @Test
    void leavesOutWhatIsNamedSo() {
        queues.write("alerts", 1, HALF);
        queues.write("control-console", 1, HALF);
        queues.write("memory", 1, HALF);
        start("beginning", "*", "!control-*");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).containsExactly("alerts/1", "memory/1");
    }

    @Test
    void readsAgainWhatASinkLost() throws IOException {
        queues.write("memory", 10, HALF);
        queues.write("disk", 10, HALF);
        long middle = queues.now() - 5 * HALF.toNanos();
        start("beginning");
        run(Duration.ofSeconds(6));
        queues.write("memory", 10, HALF);
        queues.write("disk", 5, HALF);
        sink.batches.clear();
        sink.answer = batch -> {
            sink.answer = next -> SinkOutcome.WRITTEN;
            return new SinkOutcome.ReadAgain(Map.of(new StreamName("disk"), middle));
        };
        run(Duration.ofSeconds(12));
        assertThat(sink.all())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(keys("disk", 5, 15).stream(), keys("memory", 11, 20).stream())
                                .toList());
        assertThat(cursor("disk")).isEqualTo(15);
        assertThat(cursor("memory")).isEqualTo(20);
        assertThat(agent.view().backlog()).isZero();
    }

    @Test
    void beginsWithWhatComesNow() {
        queues.write("memory", 5, HALF);
        queues.step(HALF);
        start("now");
        run(Duration.ofSeconds(1));
        queues.write("memory", 2, HALF);
        // A stream that is found later begins when the sink did, and loses nothing in between.
        queues.write("disk", 3, HALF);
        run(Duration.ofSeconds(8));
        assertThat(sink.all()).containsExactly("memory/6", "memory/7", "disk/1", "disk/2", "disk/3");
    }

    @Test
    void beginsWhereItDidWhenItWasKilledBeforeItsFirstRecord() {
        start("now");
        run(Duration.ofSeconds(1));
        agent.close();
        queues.write("memory", 3, HALF);
        start("now");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 3));
    }

    @Test
    void beginsAtATime() {
        queues.write("memory", 20, Duration.ofSeconds(60));
        start("10m");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).isEqualTo(keys("memory", 10, 20));
    }

    @Test
    void triesTheSameBatchAgainWithGrowingPausesAndLosesNothing() throws IOException {
        List<Long> attempts = new ArrayList<>();
        sink.answer = batch -> {
            attempts.add(queues.now());
            return new SinkOutcome.TryAgain("the disk is full");
        };
        queues.write("memory", 30, HALF);
        start("beginning");
        run(Duration.ofMinutes(5));
        assertThat(attempts).hasSizeBetween(6, 14);
        assertThat(attempts.get(3) - attempts.get(2)).isGreaterThan(attempts.get(1) - attempts.get(0));
        assertThat(cursor("memory")).isZero();
        assertThat(agent.view().state()).isEqualTo(State.RETRYING);
        assertThat(agent.view().error()).isEqualTo("the disk is full");
        assertThat(agent.view().backlog()).isEqualTo(30);
        assertThat(agent.view().behind()).isGreaterThan(200);
        assertThat(agent.view().nextAttempt())
                .isBetween(queues.now(), queues.now() + Duration.ofSeconds(72).toNanos());
        sink.answer = batch -> SinkOutcome.WRITTEN;
        run(Duration.ofMinutes(2));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 30));
        assertThat(agent.view().state()).isEqualTo(State.RUNNING);
        assertThat(agent.view().nextAttempt()).isZero();
        assertThat(agent.view().backlog()).isZero();
    }

    @Test
    void goesOnAtOnceWhenTheClockIsSetBackInAPause() throws IOException {
        queues.write("memory", 10, Duration.ofMillis(100));
        sink.answer = batch -> new SinkOutcome.TryAgain("full", Optional.of(Duration.ofMinutes(50)));
        start("beginning");
        run(Duration.ofSeconds(10));
        assertThat(agent.view().state()).isEqualTo(State.RETRYING);
        sink.answer = batch -> SinkOutcome.WRITTEN;
        queues.step(Duration.ofMinutes(-40));
        run(Duration.ofSeconds(10));
        assertThat(agent.view().state()).isEqualTo(State.RUNNING);
        assertThat(sink.all()).hasSize(10);
        assertThat(cursor("memory")).isEqualTo(10);
    }

    @Test
    void waitsAsLongAsTheOtherEndAsks() {
        List<Long> attempts = new ArrayList<>();
        sink.answer = batch -> {
            attempts.add(queues.now());
            return new SinkOutcome.TryAgain("busy", Optional.of(Duration.ofMinutes(10)));
        };
        queues.write("memory", 10, HALF);
        start("beginning");
        run(Duration.ofMinutes(11));
        assertThat(attempts).hasSize(2);
    }

    @Test
    void setsAsideTheOneRecordThatIsRefused() throws IOException {
        sink.answer = batch -> batch.records().stream().anyMatch(record -> record.sequence() == 7)
                ? new SinkOutcome.Refused("a name that no column can have")
                : SinkOutcome.WRITTEN;
        queues.write("memory", 25, HALF);
        start("beginning");
        run(Duration.ofSeconds(10));
        List<String> others = keys("memory", 1, 25);
        others.remove("memory/7");
        assertThat(sink.all()).isEqualTo(others);
        assertThat(cursor("memory")).isEqualTo(25);
        assertThat(agent.view().refused()).isEqualTo(1);
        assertThat(Files.readAllLines(root.resolve("exporter/mine/dead-letters.ndjson")))
                .singleElement()
                .asString()
                .startsWith(
                        "{\"reason\":\"a name that no column can have\",\"record\":{\"stream\":\"memory\",\"sequence\":7,");
    }

    @Test
    void survivesADefectOfTheSink() {
        sink.answer = batch -> {
            throw new IllegalStateException("oops");
        };
        queues.write("memory", 10, HALF);
        start("beginning");
        run(Duration.ofSeconds(10));
        assertThat(agent.view().error()).contains("oops");
        sink.answer = batch -> SinkOutcome.WRITTEN;
        run(Duration.ofMinutes(2));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 10));
    }

    @Test
    void survivesADefectInWhatDependsOnTimeAlone() {
        sink.defectiveTick = true;
        start("beginning");
        run(Duration.ofSeconds(3));
        assertThat(agent.view().state()).isEqualTo(State.RETRYING);
        assertThat(agent.view().error()).contains("tock");
        sink.defectiveTick = false;
        run(Duration.ofMinutes(2));
        assertThat(agent.view().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void goesOnAtItsCursorAfterARestart() {
        queues.write("memory", 12, HALF);
        start("beginning");
        run(Duration.ofSeconds(1));
        agent.close();
        start("beginning");
        run(Duration.ofSeconds(6));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 12));
    }

    @Test
    void writesWhatItHasReadWhenItIsToldToStop() {
        queues.write("memory", 3, HALF);
        start("beginning");
        run(Duration.ofSeconds(1));
        agent.drain();
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 3));
    }

    @Test
    void tellsWhatIsMissing() throws IOException {
        queues.write("memory", 5, HALF);
        queues.damage("memory", "\"n\":3");
        List<ExportRecord> seen = new ArrayList<>();
        sink.answer = batch -> {
            seen.addAll(batch.records());
            return SinkOutcome.WRITTEN;
        };
        start("beginning");
        run(Duration.ofSeconds(6));
        assertThat(seen).extracting(ExportRecord::sequence).containsExactly(1L, 2L, 4L, 5L);
        assertThat(seen).extracting(ExportRecord::missing).containsExactly(0L, 0L, 1L, 0L);
        assertThat(agent.view().missing()).isEqualTo(1);
    }

    @Test
    void writesAtOnceWhenSomebodyAsks() throws IOException {
        queues.write("memory", 3, HALF);
        start("beginning");
        run(Duration.ofSeconds(1));
        assertThat(sink.batches).isEmpty();
        ExportNow now = ExportNow.of(queues.data(), "mine");
        now.ask("word");
        run(Duration.ofSeconds(2));
        assertThat(sink.all()).isEqualTo(keys("memory", 1, 3));
        assertThat(sink.flushes).isEqualTo(1);
        assertThat(now.answerTo("word")).contains("written");
    }

    @Test
    void tellsWhoeverAsksThatItCannot() throws IOException {
        sink.answer = batch -> new SinkOutcome.TryAgain("no permission");
        queues.write("memory", 3, HALF);
        start("beginning");
        run(Duration.ofMinutes(3));
        ExportNow now = ExportNow.of(queues.data(), "mine");
        now.ask("word");
        run(Duration.ofSeconds(2));
        assertThat(now.answerTo("word")).contains("failed: no permission");
    }

    @Test
    void showsHowFarItHasComeWithWhatWasThereBefore() {
        queues.write("memory", 1000, Duration.ofSeconds(1));
        start("beginning");
        int[] taken = new int[1];
        sink.answer = batch -> {
            queues.step(Duration.ofMillis(100));
            taken[0]++;
            return SinkOutcome.WRITTEN;
        };
        while (taken[0] < 50) {
            agent.doWork(queues.now());
        }
        assertThat(agent.view().state()).isEqualTo(State.CATCHING_UP);
        assertThat(agent.view().caughtUp()).isBetween(0.3, 0.6);
        assertThat(agent.view().rate()).isPositive();
    }
}
