package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.HighestGiven;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.RollFile;
import io.hostpulse.common.queue.RollFiles;
import io.hostpulse.common.queue.StreamPlace;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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
    private final ChronicleFiles chronicle;

    /**
     * Prepares to verify.
     *
     * @param epochNanos the present time, by which files of the future are known
     */
    public QueueVerifier(LongSupplier epochNanos) {
        this(epochNanos, ChronicleFiles.HOURLY);
    }

    QueueVerifier(LongSupplier epochNanos, ChronicleFiles chronicle) {
        this.epochNanos = epochNanos;
        this.chronicle = chronicle;
    }

    /**
     * Verifies one queue.
     *
     * @param place the stream
     * @param progress learns how far it has come
     * @return what it holds and what is wrong with it
     * @throws QueueException when the directory or a file cannot be read at all
     */
    public QueueReport verify(StreamPlace place, VerifyProgress progress) {
        RollFiles files = new RollFiles(place.directory(), chronicle);
        try {
            // Asked before the files are walked: so a live writer can only have come further.
            long newest = HighestGiven.in(place);
            List<FileExam> exams = examine(files, (done, of) -> progress.walked(place.stream(), done, of));
            return new Verdict(files, chronicle, epochNanos.getAsLong(), newest).on(exams);
        } catch (IOException e) {
            throw new QueueException("queue " + place.directory() + " cannot be verified: " + e, e);
        }
    }

    private static List<FileExam> examine(RollFiles files, FileCount progress) throws IOException {
        List<RollFile> all = files.list();
        List<FileExam> exams = new ArrayList<>();
        for (RollFile file : all) {
            examine(file).ifPresent(exams::add);
            progress.walked(exams.size(), all.size());
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
            boolean doubtful = !exam.isSound() || !exam.ended();
            if (exam.stillExists()) {
                (doubtful ? examine(exam.file()) : Optional.of(exam)).ifPresent(again::add);
            }
        }
        return again;
    }

    @FunctionalInterface
    private interface FileCount {
        void walked(int files, int of);
    }
}
