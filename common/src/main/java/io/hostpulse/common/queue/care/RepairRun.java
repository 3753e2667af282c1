package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.RollFileWriter;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One repair, under the writer's lock. Used once. */
final class RepairRun {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Path directory;
    private final long seen;
    private final ChronicleFiles files;
    private final RollFiles names;
    private final LongSupplier epochNanos;
    private final VerifyProgress progress;
    private final Quarantine quarantine;
    private final List<String> steps = new ArrayList<>();
    private long saved;

    RepairRun(Path directory, long seen, ChronicleFiles files, LongSupplier epochNanos, VerifyProgress progress) {
        this.directory = directory;
        this.seen = seen;
        this.files = files;
        this.names = new RollFiles(files.rollCycle());
        this.epochNanos = epochNanos;
        this.progress = progress;
        this.quarantine = new Quarantine(directory);
    }

    RepairResult run(KernelLock held) throws IOException {
        QueueReport before = verify();
        if (before.isClean()) {
            return new RepairResult(before, steps, 0, List.of(), before);
        }
        follow(RepairPlan.of(before, names, presentCycle()));
        lostTail(before).ifPresent(this::bury);
        List<Gap> lost = noteLosses();
        return new RepairResult(before, steps, saved, lost, verify());
    }

    private QueueReport verify() {
        return new QueueVerifier(epochNanos, files).verify(directory, seen, progress);
    }

    private int presentCycle() {
        return (int)
                (epochNanos.getAsLong() / NANOS_PER_MILLI / files.rollCycle().lengthInMillis());
    }

    private void follow(RepairPlan plan) throws IOException {
        for (String name : plan.setAside()) {
            quarantine.take(directory.resolve(name));
            steps.add(name + " moved to quarantine");
        }
        for (Rewrite rewrite : plan.rewrites()) {
            rewrite(rewrite);
        }
        if (plan.rebuild()) {
            rebuildMetadata();
        }
    }

    private void rewrite(Rewrite rewrite) throws IOException {
        long records = new Rewriter(directory, files).rewrite(rewrite);
        saved += records;
        String sources =
                String.join(", ", rewrite.sources().stream().map(RollFile::name).toList());
        steps.add(rewrite.target().name() + " written anew with " + records + " records of " + sources
                + "; the old in quarantine");
    }

    private void rebuildMetadata() throws IOException {
        Path metadata = directory.resolve(MetadataCheck.FILE_NAME);
        if (Files.exists(metadata)) {
            quarantine.take(metadata);
        }
        // Whoever opens a queue for writing notes the files that are there.
        openForWriting().close();
        steps.add(MetadataCheck.FILE_NAME + " made anew");
    }

    private RollFileWriter openForWriting() {
        List<Integer> cycles = names.cyclesIn(directory);
        int newest = cycles.isEmpty() ? 0 : cycles.get(cycles.size() - 1);
        return RollFileWriter.open(directory, Math.max(newest, presentCycle()), files);
    }

    private Optional<Gap> lostTail(QueueReport before) {
        long newest = verify().newest().map(FileReport::lastSequence).orElse(0L);
        return before.findings().stream()
                .flatMap(finding -> finding.lost().stream())
                .filter(gap -> gap.last() > newest)
                .findFirst();
    }

    private void bury(Gap lost) {
        try (RollFileWriter writer = openForWriting()) {
            writer.append(new Tombstone(lost, epochNanos.getAsLong()).record());
        }
        steps.add("record " + lost.last() + " written in place of what is lost, so that no number is used twice");
    }

    private List<Gap> noteLosses() throws IOException {
        List<Gap> lost = new ArrayList<>();
        for (Finding finding : verify().findings()) {
            boolean unknown = finding.isProblem() && finding.remedy() == Remedy.NOTE_LOSS;
            if (unknown && finding.lost().isPresent()) {
                Gap gap = finding.lost().get();
                Losses.note(directory, gap, "noted " + Rfc3339.format(epochNanos.getAsLong()));
                lost.add(gap);
            }
        }
        return lost;
    }
}
