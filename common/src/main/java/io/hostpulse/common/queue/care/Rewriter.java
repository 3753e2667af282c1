package io.hostpulse.common.queue.care;

import io.hostpulse.common.queue.ChronicleFiles;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.common.queue.RollFileWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes a file anew beside the queue and puts it in place in one step, when it is complete and on disk. However this is
 * interrupted, every record stays in the queue, and doing it again goes on from there.
 */
final class Rewriter {

    static final String SCRATCH = "rewrite.tmp";

    private final Path directory;
    private final ChronicleFiles files;
    private final Quarantine quarantine;

    Rewriter(Path directory, ChronicleFiles files) {
        this.directory = directory;
        this.files = files;
        this.quarantine = new Quarantine(directory);
    }

    /** Does it and counts the records that were taken over. */
    long rewrite(Rewrite rewrite) throws IOException {
        List<RecordPlace> places = Places.in(rewrite.sources());
        if (!places.isEmpty()) {
            Path scratch = emptyScratch();
            Path written = write(scratch, rewrite, places);
            putInPlace(written, rewrite.target());
            clear(scratch);
        }
        for (RollFile source : rewrite.sources()) {
            if (places.isEmpty() || !source.equals(rewrite.target())) {
                quarantine.take(source.path());
            }
        }
        return places.size();
    }

    private Path emptyScratch() throws IOException {
        Path scratch = directory.resolve(SCRATCH);
        clear(scratch);
        return Files.createDirectory(scratch);
    }

    // Only ever holds what this class has made of files that are still there.
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

    private Path write(Path scratch, Rewrite rewrite, List<RecordPlace> places) throws IOException {
        try (RollFileWriter writer =
                RollFileWriter.open(scratch, rewrite.target().cycle(), files)) {
            for (RecordPlace place : places) {
                writer.append(read(place));
            }
            if (!rewrite.newest()) {
                writer.end();
            }
            check(writer.file(), rewrite, places);
            return writer.file();
        }
    }

    private static ByteBuffer read(RecordPlace place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(place.length());
        try (FileChannel channel = FileChannel.open(place.file().path(), StandardOpenOption.READ)) {
            int got = 0;
            while (got >= 0 && bytes.hasRemaining()) {
                got = channel.read(bytes, place.offset() + bytes.position());
            }
        }
        return bytes.flip();
    }

    private static void check(Path written, Rewrite rewrite, List<RecordPlace> places) throws IOException {
        RollFile file = new RollFile(written, rewrite.target().cycle());
        List<Long> there =
                Places.in(List.of(file)).stream().map(RecordPlace::sequence).toList();
        if (!there.equals(places.stream().map(RecordPlace::sequence).toList())) {
            throw new QueueException(written + " does not hold the records it was made of; nothing was changed");
        }
        Quarantine.sync(written);
    }

    private void putInPlace(Path written, RollFile target) throws IOException {
        if (target.exists()) {
            quarantine.keep(target.path());
        }
        Files.move(written, target.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Quarantine.sync(directory);
    }
}
