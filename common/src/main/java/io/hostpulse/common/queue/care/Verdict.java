package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Gap;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Judges the files of one queue together, after each was examined by itself. */
final class Verdict {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final RollFiles files;
    private final ChronicleFiles chronicle;
    private final long now;
    private final long seen;

    Verdict(RollFiles files, ChronicleFiles chronicle, long now, long seen) {
        this.files = files;
        this.chronicle = chronicle;
        this.now = now;
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
        findings.addAll(new DirectoryCheck(files, chronicle).findings(past));
        return new QueueReport(
                files.directory(), all.stream().map(FileExam::report).toList(), withKnown(findings));
    }

    private boolean isFuture(FileExam exam) {
        return files.isFuture(exam.file(), now / NANOS_PER_MILLI);
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
        NotedLosses losses = NotedLosses.in(files.directory());
        return findings.stream()
                .map(finding -> isKnown(losses, finding) ? finding.known() : finding)
                .toList();
    }

    private static boolean isKnown(NotedLosses losses, Finding finding) {
        Optional<Gap> lost = finding.lost();
        return finding.remedy() == Remedy.NOTE_LOSS
                && lost.filter(losses::covers).isPresent();
    }
}
