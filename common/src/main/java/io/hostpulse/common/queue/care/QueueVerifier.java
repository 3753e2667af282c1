package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.RollFiles;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Walks through every record of a queue and says what is wrong, without changing a byte. What a live writer appends and what
 * retention removes meanwhile are no findings; a copied directory does as well. Used by one thread.
 */
public final class QueueVerifier {

    private final LongSupplier epochNanos;
    private final ChronicleFiles files;
    private final RollFiles names;

    /**
     * Prepares to verify.
     *
     * @param epochNanos the present time, by which files of the future are known
     */
    public QueueVerifier(LongSupplier epochNanos) {
        this(epochNanos, ChronicleFiles.HOURLY);
    }

    QueueVerifier(LongSupplier epochNanos, ChronicleFiles files) {
        this.epochNanos = epochNanos;
        this.files = files;
        this.names = new RollFiles(files.rollCycle());
    }

    /**
     * Verifies one queue.
     *
     * @param directory the queue's directory
     * @param seen the newest record that any reader has seen, asked before this call; 0 when that is unknown
     * @param progress learns how far it has come
     * @return what it holds and what is wrong with it
     * @throws QueueException when the directory or a file cannot be read at all
     */
    public QueueReport verify(Path directory, long seen, VerifyProgress progress) {
        Present present = new Present(epochNanos.getAsLong(), files.rollCycle());
        try {
            List<FileExam> exams = examine(directory, progress);
            return new Verdict(directory, files, present, seen).on(exams);
        } catch (IOException e) {
            throw new QueueException("queue " + directory + " cannot be verified: " + e, e);
        }
    }

    private List<FileExam> examine(Path directory, VerifyProgress progress) throws IOException {
        List<RollFile> all = RollFile.in(directory, names);
        List<FileExam> exams = new ArrayList<>();
        for (RollFile file : all) {
            examine(file).ifPresent(exams::add);
            progress.walked(directory, exams.size(), all.size());
        }
        return secondLook(exams);
    }

    private static Optional<FileExam> examine(RollFile file) throws IOException {
        try {
            return Optional.of(Examiner.examine(file));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    /** A file may have been looked at while it was made or ended; and one that is gone by now was removed in good order. */
    private static List<FileExam> secondLook(List<FileExam> exams) throws IOException {
        List<FileExam> again = new ArrayList<>();
        for (FileExam exam : exams) {
            boolean doubtful = !exam.isSound() || exam.isLeftOpen();
            if (exam.file().exists()) {
                (doubtful ? examine(exam.file()) : Optional.of(exam)).ifPresent(again::add);
            }
        }
        return again;
    }
}
