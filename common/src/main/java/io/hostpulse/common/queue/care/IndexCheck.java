package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.RecordFinder;
import io.hostpulse.common.queue.RollFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that Chronicle's index leads to the records: by it the writer finds the place to append. Sound files only. */
final class IndexCheck {

    private final RecordFinder finder;

    private IndexCheck(RecordFinder finder) {
        this.finder = finder;
    }

    static List<Finding> findings(Path directory, ChronicleFiles files, List<FileExam> exams) {
        try (RecordFinder finder = RecordFinder.open(directory, files)) {
            return new IndexCheck(finder).findings(exams);
        }
    }

    private List<Finding> findings(List<FileExam> exams) {
        List<Finding> findings = new ArrayList<>();
        for (FileExam exam : exams) {
            // Retention may have removed the file since it was examined.
            finding(exam).filter(found -> exam.stillExists()).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> finding(FileExam exam) {
        for (SequenceSamples.Sample sample : exam.samples()) {
            Optional<String> wrong = problemWith(exam.file(), sample);
            if (wrong.isPresent()) {
                return wrong.map(what -> Finding.problem(exam.file().name(), what, Remedy.REWRITE));
            }
        }
        return Optional.empty();
    }

    private Optional<String> problemWith(RollFile file, SequenceSamples.Sample sample) {
        String index = "the index of record " + sample.sequence();
        try {
            long found = finder.sequenceAt(file.cycle(), sample.ordinal());
            return found == sample.sequence()
                    ? Optional.empty()
                    : Optional.of(index + " leads to " + (found == 0 ? "nothing" : "record " + found));
        } catch (RuntimeException | InternalError e) {
            // Chronicle throws many types, and the JVM an error when Chronicle reads behind the end of a file.
            return Optional.of(index + " cannot be used: " + e);
        }
    }
}
