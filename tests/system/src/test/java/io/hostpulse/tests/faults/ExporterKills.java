package io.hostpulse.tests.faults;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import io.hostpulse.testkit.Await;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Kills the exporter while it appends to files, finishes and compresses them, and while its stream is written. In the end each file has to
 * be whole, and each record in one file of each sink, once.
 */
final class ExporterKills implements Scenario {

    private static final StreamName STREAM = new StreamName("faults");

    /** How long a life lasts after its first record, at most: some ten batches and files. */
    private static final Duration LONGEST_LIFE = Duration.ofMillis(400);

    private static final Duration BETWEEN_RECORDS = Duration.ofMillis(1);

    /** Waiting when a life begins, so that it has something to do at once: a file of each sink. */
    private static final int BACKLOG = 300;

    /** What a hundred short lives have left, a batch of 25 forced to the disk at a time. */
    private static final Duration CATCHING_UP = Duration.ofMinutes(2);

    /** Each kill takes a JVM start's worth of work, so there are fewer of them. */
    private static final int SHARE = 10;

    @Override
    public String kind() {
        return "exporter-kill";
    }

    @Override
    public Goal goal() {
        return Goal.RESTART;
    }

    @Override
    public void run(Trial trial) {
        ExportSite site = ExportSite.of(trial.scratch().site());
        StreamDescriptor descriptor = new StreamDescriptor(STREAM, Duration.ofMillis(1), "campaign");
        long written;
        try (SnapshotAppender appender = SnapshotAppender.open(
                site.data().queues().resolve(STREAM.value()), descriptor, EpochClock.SYSTEM::nanos)) {
            int kills = Math.max(3, trial.scale().kills() / SHARE);
            for (int i = 0; i < kills; i++) {
                append(appender, BACKLOG);
                live(trial, site, appender, i > 0);
            }
            append(appender, BACKLOG);
            written = appender.lastSequence();
            end(trial, site, written);
        }
        for (String sink : ExportSite.SINKS) {
            count(trial.tally(), sink, written, ExportedRows.in(site.exports(sink)));
        }
        Scratch.delete(site.root());
    }

    private static void append(SnapshotAppender appender, int records) {
        for (int i = 0; i < records; i++) {
            String payload = "{\"n\":" + (appender.lastSequence() + 1) + ",\"text\":\"" + "x".repeat(i % 50) + "\"}";
            appender.append(
                    RecordKind.OK,
                    EpochClock.SYSTEM.nanos(),
                    ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void live(Trial trial, ExportSite site, SnapshotAppender appender, boolean again) {
        List<Long> before = positions(site);
        long start = System.nanoTime();
        try (Child exporter = site.exporter()) {
            awaitMovement(site, before, exporter);
            if (again) {
                trial.tally().survived(Duration.ofNanos(System.nanoTime() - start));
            }
            long end = System.nanoTime() + trial.upTo(LONGEST_LIFE).toNanos();
            while (System.nanoTime() < end) {
                append(appender, 1);
                Pause.of(BETWEEN_RECORDS);
            }
            exporter.kill();
            trial.tally().injected();
        }
    }

    private static void awaitMovement(ExportSite site, List<Long> before, Child exporter) {
        Await.until("a record is exported", Trial.LIMIT, () -> {
            if (!exporter.isAlive()) {
                throw new AssertionError("the exporter ended: " + exporter.errors());
            }
            return !positions(site).equals(before);
        });
    }

    private static List<Long> positions(ExportSite site) {
        return ExportSite.SINKS.stream()
                .map(sink -> site.position(sink, STREAM))
                .toList();
    }

    private static void end(Trial trial, ExportSite site, long written) {
        List<Long> before = positions(site);
        long start = System.nanoTime();
        try (Child exporter = site.exporter()) {
            awaitMovement(site, before, exporter);
            trial.tally().survived(Duration.ofNanos(System.nanoTime() - start));
            for (String sink : ExportSite.SINKS) {
                Await.until(sink + " has everything", CATCHING_UP, () -> site.position(sink, STREAM) >= written);
                site.finish(sink);
            }
            exporter.kill();
        }
    }

    private static void count(Tally tally, String sink, long written, ExportedRows rows) {
        Set<String> once = new HashSet<>(rows.keys());
        List<Long> missing = LongStream.rangeClosed(1, written)
                .filter(sequence -> !once.contains(STREAM + "/" + sequence))
                .boxed()
                .toList();
        tally.exported(sink, written, missing);
        tally.duplicates(rows.keys().size() - once.size());
        rows.problems().forEach(problem -> tally.problem(sink + ": " + problem));
        tally.note(sink + ": " + written + " records in " + rows.files().size() + " files");
    }
}
