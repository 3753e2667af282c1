package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Position;
import io.hostpulse.common.queue.RollFile;
import io.hostpulse.common.queue.RollFiles;
import io.hostpulse.common.queue.StreamPlace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.LongSupplier;

/**
 * Says which files of a stream could be removed by hand. The writer removes old files by itself; this is for streams without
 * a writer, and for a disk that is needed now. Used by one thread.
 */
public final class QueuePruner {

    private final LongSupplier epochNanos;
    private final ChronicleFiles chronicle;

    /**
     * Prepares to look.
     *
     * @param epochNanos the present time
     */
    public QueuePruner(LongSupplier epochNanos) {
        this(epochNanos, ChronicleFiles.HOURLY);
    }

    QueuePruner(LongSupplier epochNanos, ChronicleFiles chronicle) {
        this.epochNanos = epochNanos;
        this.chronicle = chronicle;
    }

    /**
     * Looks at every file of a stream.
     *
     * @param place the stream
     * @param age files whose time ended before this long are old
     * @return all files, oldest first; those that may go stand before all others
     * @throws IOException when a file cannot be read
     */
    public List<PruneCandidate> look(StreamPlace place, Duration age) throws IOException {
        SortedMap<String, Position> consumers = place.consumers();
        List<RollFile> files = new RollFiles(place.directory(), chronicle).list();
        List<PruneCandidate> candidates = new ArrayList<>();
        for (RollFile file : files) {
            Optional<String> obstacle = obstacle(file, files.get(files.size() - 1), age);
            candidate(file, consumers, obstacle).ifPresent(candidates::add);
        }
        return withoutHoles(candidates);
    }

    private Optional<String> obstacle(RollFile file, RollFile newest, Duration age) {
        if (file.equals(newest)) {
            return Optional.of("the newest");
        }
        boolean old = file.end() < epochNanos.getAsLong() - age.toNanos();
        return old ? Optional.empty() : Optional.of("not old enough");
    }

    private static Optional<PruneCandidate> candidate(
            RollFile file, SortedMap<String, Position> consumers, Optional<String> obstacle) throws IOException {
        try {
            FileReport report = Examiner.examine(file).report();
            List<String> waiting = consumers.entrySet().stream()
                    .filter(consumer -> consumer.getValue().sequence() < report.lastSequence())
                    .map(Map.Entry::getKey)
                    .toList();
            return Optional.of(new PruneCandidate(file.path(), report, waiting, obstacle));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /** A file must not go while an older one stays: readers would find records missing between them. */
    private static List<PruneCandidate> withoutHoles(List<PruneCandidate> candidates) {
        List<PruneCandidate> judged = new ArrayList<>();
        boolean allGone = true;
        for (PruneCandidate candidate : candidates) {
            boolean hole = !allGone && candidate.mayGo();
            judged.add(hole ? candidate.because("an older file stays") : candidate);
            allGone = allGone && candidate.mayGo();
        }
        return judged;
    }
}
