package io.hostpulse.history;

import static io.hostpulse.history.HistoryFixture.HOUR;
import static io.hostpulse.history.HistoryFixture.MIDNIGHT;
import static io.hostpulse.history.HistoryFixture.SECOND;
import static io.hostpulse.history.HistoryFixture.STREAM;
import static io.hostpulse.history.HistoryFixture.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.history.block.Accumulator;
import io.hostpulse.history.block.Bucket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history beside a plain list of what it was given: values that come and go, a clock that jumps, holes, restarts, the same records
 * again, commits at any moment. Every answer at every width must be what the list says.
 */
class HistoryModelTest {

    private record Point(long time, double value) {}

    @TempDir
    Path directory;

    private final List<Point> model = new ArrayList<>();
    private HistoryFixture fixture;
    private HistoryWriter writer;
    private long sequence;
    private long given;
    private long time = MIDNIGHT + 10 * HOUR;

    @RepeatedTest(8)
    void answersWhatThePlainListSays(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        fixture = new HistoryFixture(directory);
        writer = fixture.writer();
        for (int i = 0; i < 2500; i++) {
            switch (random.nextInt(40)) {
                case 0 -> writer.commit();
                case 1 -> time += (long) ((random.nextDouble() - 0.4) * 3 * HOUR);
                case 2 -> sequence += random.nextInt(5);
                case 3 -> again(random);
                case 4 -> failed();
                case 5 -> reopen(random);
                case 6 -> time += random.nextInt(20) * HistoryFixture.MINUTE;
                default -> append(random);
            }
        }
        writer.commit();
        try (HistoryReader reader = fixture.reader()) {
            for (int i = 0; i < 25; i++) {
                compare(reader, random, seed);
            }
        }
        writer.close();
    }

    private void append(Random random) {
        time += SECOND * random.nextInt(1, 40);
        sequence++;
        Fields.Builder fields = Fields.builder().put("other", sequence);
        if (random.nextInt(4) > 0) {
            double value = Math.round(random.nextGaussian() * 10_000) / 100.0;
            fields.put("depth", value);
            model.add(new Point(time, value));
        }
        given = sequence;
        writer.append(record(STREAM, sequence, time, fields.build()));
    }

    private void again(Random random) {
        long old = given - random.nextInt(20);
        if (old > 0) {
            assertThat(writer.append(record(old, time, 1e9))).isFalse();
        }
    }

    private void failed() {
        given = ++sequence;
        writer.append(HistoryFixture.without(sequence, time, new Reading.Failed("no answer")));
    }

    private void reopen(Random random) {
        if (random.nextInt(5) == 0) {
            writer.commit();
            writer.close();
            writer = fixture.writer();
            assertThat(writer.position(STREAM)).isEqualTo(given);
        }
    }

    private void compare(HistoryReader reader, Random random, long seed) {
        long first = model.stream().mapToLong(Point::time).min().orElseThrow();
        long last = model.stream().mapToLong(Point::time).max().orElseThrow();
        long from = first - HOUR + (long) (random.nextDouble() * (last - first));
        long to = from + 1 + (long) (random.nextDouble() * (last + HOUR - from));
        int points = random.nextInt(1, 1500);
        SeriesHistory answer = HistoryFixture.query(reader, from, to, points).orElseThrow();
        SortedMap<Long, Accumulator> expected = new TreeMap<>();
        long begin = Math.floorDiv(from, answer.width()) * answer.width();
        long end = (Math.floorDiv(to - 1, answer.width()) + 1) * answer.width();
        for (Point point : model) {
            if (point.time >= begin && point.time < end) {
                expected.computeIfAbsent(
                                Math.floorDiv(point.time, answer.width()) * answer.width(), key -> new Accumulator())
                        .add(point.time, point.value);
            }
        }
        List<Bucket> wanted = expected.entrySet().stream()
                .map(entry -> entry.getValue().bucket(entry.getKey()))
                .toList();
        // Where a clock was set back there are two last values.
        assertThat(answer.buckets())
                .as("seed %s, %s ns wide", seed, answer.width())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("mean", "last")
                .isEqualTo(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(answer.buckets().get(i).mean()).isCloseTo(wanted.get(i).mean(), within(0.001));
        }
    }
}
