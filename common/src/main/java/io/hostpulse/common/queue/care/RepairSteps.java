package io.hostpulse.common.queue.care;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.lock.KernelLock;
import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.Quarantine;
import io.hostpulse.common.queue.RollFile;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One repair, and its story. Used once. */
final class RepairSteps {

    private final QueueReport found;
    private final Path directory;
    private final ChronicleFiles chronicle;
    private final List<String> done = new ArrayList<>();
    private Set<String> quarantined = Set.of();

    RepairSteps(QueueReport found, ChronicleFiles chronicle) {
        this.found = found;
        this.directory = found.directory();
        this.chronicle = chronicle;
    }

    List<String> done() {
        return done;
    }

    /** Takes what is whole out of damaged files; only while the writer's lock is held. */
    void saveRecords(KernelLock held) throws IOException {
        for (String name : filesWith(Remedy.SET_ASIDE)) {
            new Quarantine(directory).take(directory.resolve(name));
            done.add(name + ": moved to quarantine");
        }
        List<RollFile> files = new RollFiles(directory, chronicle).list();
        for (RollFile file : files) {
            boolean newest = file.equals(files.get(files.size() - 1));
            if (filesWith(Remedy.REWRITE).contains(file.name())
                    && !filesWith(Remedy.MOVE_RECORDS).contains(file.name())) {
                long saved = new Rewriter(directory, chronicle).rewrite(file, !newest);
                done.add(file.name() + ": " + saved
                        + " whole records written into a new file, the old one is in quarantine");
            }
        }
        quarantined = quarantined();
    }

    private Set<String> filesWith(Remedy remedy) {
        return found.findings().stream()
                .filter(finding -> finding.remedy() == remedy)
                .map(Finding::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tells what putting the directory in order as a writer does has moved. */
    void noteRecovery() throws IOException {
        Set<String> moved = quarantined();
        moved.removeAll(quarantined);
        moved.forEach(name -> done.add(name + ": moved to quarantine; what it held was made anew"));
    }

    private Set<String> quarantined() throws IOException {
        Path folder = directory.resolve(Quarantine.FOLDER);
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Notes for good what could not be brought back. */
    void noteLosses(QueueReport after, long now) throws IOException {
        for (Finding finding : after.findings()) {
            if (finding.isProblem() && finding.remedy() == Remedy.NOTE_LOSS) {
                for (Gap gap : finding.lost().stream().toList()) {
                    NotedLosses.note(directory, gap, "noted at " + Rfc3339.format(now));
                    done.add(range(gap) + ": lost; noted in " + NotedLosses.FILE_NAME);
                }
            }
        }
    }

    private static String range(Gap gap) {
        return gap.count() == 1 ? "record " + gap.first() : "records " + gap.first() + " to " + gap.last();
    }
}
