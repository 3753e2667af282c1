package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the files of a queue follow each other. */
final class Order {

    private Order() {}

    static List<Finding> findings(List<FileExam> exams) {
        List<Finding> findings = new ArrayList<>();
        for (FileExam exam : exams.subList(0, Math.max(0, exams.size() - 1))) {
            leftOpen(exam).ifPresent(findings::add);
        }
        findings.addAll(sequence(exams));
        return findings;
    }

    // A writer that was killed leaves it like this until the next one comes.
    private static Optional<Finding> leftOpen(FileExam older) {
        return older.ended() || !older.isSound()
                ? Optional.empty()
                : Optional.of(Finding.note(older.file().name(), "has no end mark"));
    }

    private static List<Finding> sequence(List<FileExam> exams) {
        List<FileExam> withRecords =
                exams.stream().filter(exam -> !exam.report().isEmpty()).toList();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < withRecords.size(); i++) {
            compare(withRecords.get(i - 1), withRecords.get(i), findings);
        }
        return findings;
    }

    private static void compare(FileExam older, FileExam newer, List<Finding> findings) {
        long last = older.report().lastSequence();
        long first = newer.report().firstSequence();
        if (first > last + 1) {
            findings.add(Finding.loss(
                    newer.file().name(),
                    new Gap(last + 1, first - 1),
                    "records are missing before this file",
                    Remedy.NOTE_LOSS));
        } else if (first <= last) {
            findings.add(goesBack(newer.file().name(), last, first));
        }
    }

    static Finding goesBack(String file, long from, long to) {
        return Finding.problem(
                file,
                "the numbers go back from " + from + " to " + to + ": readers that have seen " + from
                        + " take what follows for repetitions",
                Remedy.NONE);
    }
}
