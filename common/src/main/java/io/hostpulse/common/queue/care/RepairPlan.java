package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.RollFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a repair is going to do with a queue's files.
 *
 * @param rewrites files to be written anew
 * @param setAside names of files that go to quarantine as they are
 * @param rebuild whether the metadata is to be made anew
 */
record RepairPlan(List<Rewrite> rewrites, List<String> setAside, boolean rebuild) {

    RepairPlan {
        rewrites = List.copyOf(rewrites);
        setAside = List.copyOf(setAside);
    }

    static RepairPlan of(QueueReport report, RollFiles names, int presentCycle) {
        List<RollFile> files = RollFile.in(report.directory(), names);
        List<RollFile> future = withRemedy(report, Remedy.MOVE_RECORDS, files);
        List<RollFile> damaged = new ArrayList<>(withRemedy(report, Remedy.REWRITE, files));
        List<String> setAside = namesWith(report, Remedy.SET_ASIDE);
        List<RollFile> staying = files.stream()
                .filter(file -> !future.contains(file) && !setAside.contains(file.name()))
                .toList();
        RollFile newest = staying.isEmpty()
                ? new RollFile(names.fileOf(report.directory(), presentCycle), presentCycle)
                : staying.get(staying.size() - 1);
        damaged.removeAll(future);
        List<Rewrite> rewrites = rewrites(damaged, future, newest);
        boolean filesChange = !future.isEmpty() || !setAside.isEmpty();
        return new RepairPlan(
                rewrites,
                setAside,
                filesChange || !namesWith(report, Remedy.REBUILD).isEmpty());
    }

    private static List<Rewrite> rewrites(List<RollFile> damaged, List<RollFile> future, RollFile newest) {
        List<Rewrite> rewrites = new ArrayList<>();
        for (RollFile file : damaged) {
            if (future.isEmpty() || !file.equals(newest)) {
                rewrites.add(new Rewrite(file, List.of(file), file.equals(newest)));
            }
        }
        if (!future.isEmpty()) {
            List<RollFile> sources = new ArrayList<>(newest.exists() ? List.of(newest) : List.of());
            sources.addAll(future);
            rewrites.add(new Rewrite(newest, sources, true));
        }
        return rewrites;
    }

    private static List<RollFile> withRemedy(QueueReport report, Remedy remedy, List<RollFile> files) {
        List<String> wanted = namesWith(report, remedy);
        return files.stream().filter(file -> wanted.contains(file.name())).toList();
    }

    private static List<String> namesWith(QueueReport report, Remedy remedy) {
        return report.findings().stream()
                .filter(finding -> finding.remedy() == remedy)
                .map(Finding::file)
                .distinct()
                .toList();
    }

    Path pathOf(Path directory, String name) {
        return directory.resolve(name);
    }
}
