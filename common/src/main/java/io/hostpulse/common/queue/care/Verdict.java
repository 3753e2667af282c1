package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Gap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Judges the files of one queue together, after each was examined by itself. */
final class Verdict {

    private final Path directory;
    private final ChronicleFiles files;
    private final Present present;
    private final long seen;

    Verdict(Path directory, ChronicleFiles files, Present present, long seen) {
        this.directory = directory;
        this.files = files;
        this.present = present;
        this.seen = seen;
    }

    QueueReport on(List<FileExam> all) throws IOException {
        List<FileExam> future = all.stream().filter(this::isFuture).toList();
        List<FileExam> past = all.stream().filter(exam -> !isFuture(exam)).toList();
        List<Finding> findings = new ArrayList<>();
        past.forEach(exam -> findings.addAll(exam.findings()));
        findings.addAll(Order.findings(past));
        future.forEach(exam -> findings.addAll(futureFindings(exam)));
        lostTail(all).ifPresent(findings::add);
        findings.addAll(new DirectoryCheck(directory, files).findings(past));
        return new QueueReport(directory, all.stream().map(FileExam::report).toList(), withKnown(findings));
    }

    private boolean isFuture(FileExam exam) {
        return present.isBefore(exam.file());
    }

    /** What is known to have been there, because the newest file counts more records or because a reader has seen them. */
    private Optional<Finding> lostTail(List<FileExam> all) {
        long last = newest(all, exam -> exam.report().lastSequence());
        long written = Math.max(seen, newest(all, FileExam::lastWritten));
        return last < written
                ? Optional.of(Finding.loss(
                        all.isEmpty()
                                ? "(no file)"
                                : all.get(all.size() - 1).file().name(),
                        new Gap(last + 1, written),
                        "the newest records are gone",
                        Remedy.NOTE_LOSS))
                : Optional.empty();
    }

    private static long newest(List<FileExam> all, ToLongFunction<FileExam> number) {
        return all.stream().mapToLong(number).max().orElse(0);
    }

    private static List<Finding> futureFindings(FileExam exam) {
        List<Finding> findings = new ArrayList<>(exam.findings());
        findings.add(Finding.problem(
                exam.file().name(),
                "is from the future: it hides what is written now",
                exam.report().isEmpty() ? Remedy.SET_ASIDE : Remedy.MOVE_RECORDS));
        return findings;
    }

    private List<Finding> withKnown(List<Finding> findings) throws IOException {
        Losses losses = Losses.in(directory);
        return findings.stream()
                .map(finding -> isKnown(losses, finding) ? finding.known() : finding)
                .toList();
    }

    private static boolean isKnown(Losses losses, Finding finding) {
        Optional<Gap> lost = finding.lost();
        return finding.remedy() == Remedy.NOTE_LOSS
                && lost.filter(losses::covers).isPresent();
    }
}
