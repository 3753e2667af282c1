package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.Quarantine;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.RollFile;
import io.hostpulse.common.queue.RollFileReader;
import io.hostpulse.common.queue.RollFileReader.Found;
import io.hostpulse.common.queue.RollFileWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file's whole records into a new file beside the queue, and puts that in its place in one step when it is complete
 * and on disk. However this is interrupted, every record stays in the queue, and doing it again goes on from there. Only for
 * the holder of the writer's lock.
 *
 * @param queue the queue's directory
 * @param chronicle how its files are written
 */
record Rewriter(Path queue, ChronicleFiles chronicle) {

    private static final String SCRATCH = "rewrite.tmp";

    /**
     * Does it.
     *
     * @param damaged the file
     * @param ended whether the writer is never to go on in it
     * @return how many records were saved
     */
    long rewrite(RollFile damaged, boolean ended) throws IOException {
        Path scratch = emptyScratch();
        RollFile written;
        long saved;
        try (RollFileWriter writer = RollFileWriter.open(scratch, damaged.cycle(), chronicle)) {
            saved = copy(damaged, writer);
            if (ended) {
                writer.end();
            }
            written = damaged.movedTo(writer.file());
        }
        check(written, saved);
        putInPlace(written.path(), damaged.path());
        clear(scratch);
        return saved;
    }

    private void putInPlace(Path written, Path damaged) throws IOException {
        new Quarantine(queue).keep(damaged);
        sync(queue.resolve(Quarantine.FOLDER));
        Files.move(written, damaged, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(queue);
    }

    private static long copy(RollFile from, RollFileWriter writer) throws IOException {
        long copied = 0;
        try (RollFileReader reader = RollFileReader.thorough(from)) {
            for (Found found = reader.next(); isMore(found); found = reader.next()) {
                if (found == Found.RECORD) {
                    writer.append(reader.record());
                    copied++;
                }
            }
        }
        return copied;
    }

    private static boolean isMore(Found found) {
        return found == Found.RECORD || found == Found.DAMAGE;
    }

    private static void check(RollFile written, long records) throws IOException {
        FileExam exam = Examiner.examine(written);
        if (!exam.isSound() || exam.report().records() != records) {
            throw new QueueException(written.path() + " does not hold the " + records
                    + " records it was made of; the queue is as it was");
        }
        sync(written.path());
    }

    private Path emptyScratch() throws IOException {
        Path scratch = queue.resolve(SCRATCH);
        clear(scratch);
        return Files.createDirectory(scratch);
    }

    // It only ever holds copies of what is still in the queue.
    private static void clear(Path scratch) throws IOException {
        if (Files.exists(scratch)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(scratch)) {
                for (Path child : children) {
                    Files.delete(child);
                }
            }
            Files.delete(scratch);
        }
    }

    /** Makes a file, or the names in a directory, survive a loss of power. */
    private static void sync(Path path) throws IOException {
        StandardOpenOption way = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, way)) {
            channel.force(true);
        }
    }
}
