package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Checks what belongs to no single file: metadata, indexes, and what else lies in the directory. */
final class DirectoryCheck {

    private final Path directory;
    private final ChronicleFiles files;
    private final RollFiles names;

    DirectoryCheck(Path directory, ChronicleFiles files) {
        this.directory = directory;
        this.files = files;
        this.names = new RollFiles(files.rollCycle());
    }

    List<Finding> findings(List<FileExam> exams) throws IOException {
        List<Finding> findings = new ArrayList<>(new ForeignFiles(names).in(directory));
        Optional<Finding> metadata = MetadataCheck.check(directory);
        if (metadata.isPresent()) {
            findings.add(metadata.get());
            return findings;
        }
        missingNewest().ifPresent(findings::add);
        findings.addAll(IndexCheck.findings(
                directory, files, exams.stream().filter(FileExam::isSound).toList()));
        return findings;
    }

    private Optional<Finding> missingNewest() throws IOException {
        OptionalLong noted = MetadataCheck.highestCycle(directory);
        // Listed after the metadata was read: a writer makes the file first.
        List<Integer> cycles = names.cyclesIn(directory);
        boolean missing = noted.isPresent() && noted.getAsLong() > newestOf(cycles);
        return missing
                ? Optional.of(Finding.problem(
                        names.fileOf(directory, (int) noted.getAsLong())
                                .getFileName()
                                .toString(),
                        "the newest file is missing, with all its records",
                        Remedy.REBUILD))
                : Optional.empty();
    }

    private static int newestOf(List<Integer> cycles) {
        return cycles.isEmpty() ? 0 : cycles.get(cycles.size() - 1);
    }
}
