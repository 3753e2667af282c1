package io.hostpulse.benchmarks.history;

import io.hostpulse.common.model.Reading;
import io.hostpulse.common.model.Snapshot;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.HistoryReader;
import io.hostpulse.history.HistoryRecord;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistoryWriter;
import io.hostpulse.history.SeriesKey;
import io.hostpulse.history.SeriesQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the history: {@code HistoryMain QUEUES SCRATCH [DAYS]}. */
public final class HistoryMain {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** 2026-01-01T00:00:00Z: any midnight. */
    private static final long BEGINNING = 1_767_225_600L * SECOND;

    private static final long COMMIT = 5 * SECOND;

    /** The days before the measured one have three records a minute: minutes and hours are as large as ever. */
    private static final long THIN = 20 * SECOND;

    private static final int QUERIES = 50;

    private HistoryMain() {}

    /** A stream on its way through the days. */
    private static final class Player {

        private final StreamName stream;
        private final Replay replay;
        private final long interval;
        private long sequence;
        private long due;

        Player(Recording recording, long interval) {
            this.stream = recording.stream();
            this.replay = new Replay(recording, recording.stream().hashCode());
            this.interval = interval;
        }

        HistoryRecord next() {
            Snapshot snapshot = new Snapshot(due, new Reading.Ok(replay.sample(sequence)));
            due += interval;
            return new HistoryRecord(stream, ++sequence, snapshot);
        }
    }

    /**
     * Measures and prints.
     *
     * @param args where the queues of a recording are, a folder for databases, and how many days there are; 30 unless said
     * @throws IOException when the recording cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Recording> recordings = Recording.all(Path.of(args[0]));
        Path scratch = Path.of(args[1]);
        int days = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        for (Recording recording : recordings) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %4d samples recorded, one every %.1f s%n",
                    recording.stream(),
                    recording.samples().size(),
                    recording.interval() / 1e9);
        }
        day(recordings, scratch.resolve("day"));
        month(recordings, scratch.resolve("month"), days);
    }

    private static void day(List<Recording> recordings, Path directory) {
        AtomicLong clock = new AtomicLong(BEGINNING);
        try (HistoryWriter writer = HistoryWriter.open(directory, HistorySettings.DEFAULTS, clock::get)) {
            List<Player> players = recordings.stream()
                    .map(recording -> new Player(recording, recording.interval()))
                    .toList();
            Played played = play(writer, players, clock, BEGINNING, BEGINNING + DAY);
            long bytes = writer.size().usedBytes();
            System.out.printf(
                    Locale.ROOT,
                    "%nA day: %d records, %d values, %.1f MB, %.2f bytes a value; written in %.0f s (%.0f records/s),"
                            + " longest commit %.0f ms%n",
                    played.records,
                    played.values(directory),
                    bytes / 1e6,
                    (double) bytes / played.values(directory),
                    played.nanos / 1e9,
                    played.records / (played.nanos / 1e9),
                    played.longestCommit / 1e6);
        }
        Parts.print(directory);
    }

    private static void month(List<Recording> recordings, Path directory, int days) {
        AtomicLong clock = new AtomicLong(BEGINNING);
        long end = BEGINNING + days * DAY;
        try (HistoryWriter writer = HistoryWriter.open(directory, HistorySettings.DEFAULTS, clock::get)) {
            List<Player> players = recordings.stream()
                    .map(recording -> new Player(recording, Math.max(THIN, recording.interval())))
                    .toList();
            play(writer, players, clock, BEGINNING, end - DAY);
            List<Player> full = recordings.stream()
                    .map(recording -> new Player(recording, recording.interval()))
                    .toList();
            for (int i = 0; i < full.size(); i++) {
                full.get(i).sequence = players.get(i).sequence;
            }
            play(writer, full, clock, end - DAY, end - 300 * SECOND);
            System.out.printf(
                    Locale.ROOT,
                    "%n%d days, the last one in full: %.1f MB, of which %.1f MB are free pages%n",
                    days,
                    (writer.size().usedBytes() + writer.size().freeBytes()) / 1e6,
                    writer.size().freeBytes() / 1e6);
        }
        Parts.print(directory);
        try (HistoryReader reader = HistoryReader.open(directory)) {
            for (String series :
                    List.of("processor usage_percent", "network interfaces[lo].bytes_recv_per_sec", "pipeline pss")) {
                queries(reader, series, end);
            }
        }
    }

    private static void queries(HistoryReader reader, String series, long end) {
        String[] parts = series.split(" ", 2);
        SeriesKey key = new SeriesKey(new StreamName(parts[0]), parts[1]);
        time(reader, key, "1 h / 600 points", end - 3600 * SECOND, end);
        time(reader, key, "24 h / 600 points", end - DAY, end);
        time(reader, key, "24 h / 10,000 points", end - DAY, end, SeriesQuery.MAX_POINTS);
        time(reader, key, "30 d / 600 points", end - 30 * DAY, end);
        time(reader, key, "30 d / 10,000 points", end - 30 * DAY, end, SeriesQuery.MAX_POINTS);
    }

    private static void time(HistoryReader reader, SeriesKey key, String name, long from, long to) {
        time(reader, key, name, from, to, 600);
    }

    private static void time(HistoryReader reader, SeriesKey key, String name, long from, long to, int points) {
        double[] millis = new double[QUERIES];
        int buckets = 0;
        for (int i = 0; i < QUERIES; i++) {
            long begin = System.nanoTime();
            buckets = reader.query(new SeriesQuery(key, from, to, points))
                    .orElseThrow()
                    .buckets()
                    .size();
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-44s %-22s %6d buckets  first %6.1f  p50 %6.1f  worst %6.1f ms%n",
                key,
                name,
                buckets,
                first,
                millis[QUERIES / 2],
                millis[QUERIES - 1]);
    }

    /** What playing took. */
    private static final class Played {
        private long records;
        private long nanos;
        private long longestCommit;

        long values(Path directory) {
            return Parts.values(directory);
        }
    }

    private static Played play(HistoryWriter writer, List<Player> players, AtomicLong clock, long from, long to) {
        Played played = new Played();
        players.forEach(player -> player.due = from);
        long begin = System.nanoTime();
        for (long commit = from + COMMIT; commit <= to; commit += COMMIT) {
            for (HistoryRecord record : due(players, commit)) {
                writer.append(record);
                played.records++;
            }
            clock.set(commit);
            long before = System.nanoTime();
            writer.commit();
            played.longestCommit = Math.max(played.longestCommit, System.nanoTime() - before);
            writer.upkeep();
        }
        played.nanos = System.nanoTime() - begin;
        return played;
    }

    private static List<HistoryRecord> due(List<Player> players, long until) {
        List<HistoryRecord> records = new ArrayList<>();
        for (Player player : players) {
            while (player.due < until) {
                records.add(player.next());
            }
        }
        records.sort(Comparator.comparingLong(record -> record.snapshot().sampleTime()));
        return records;
    }
}
