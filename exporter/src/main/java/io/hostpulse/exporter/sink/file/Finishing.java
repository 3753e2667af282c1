package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.export.Compression;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Gives files their names. Compressing writes beside the part, and the part goes last: whichever step a crash interrupts, either
 * the part is there and everything is done again, or the whole file is there.
 *
 * @param directory where the files are
 * @param compress how they are compressed
 */
record Finishing(Path directory, Compression compress) {

    private static final String DRAFT = ".tmp";

    void finish(Path part, String name) throws IOException {
        if (compress == Compression.NONE) {
            Durable.move(part, directory.resolve(name));
            return;
        }
        Path whole = directory.resolve(name + compress.suffix());
        Path draft = directory.resolve(name + compress.suffix() + DRAFT);
        try (FileChannel channel = Durable.open(draft)) {
            channel.truncate(0);
            compress(part, channel);
            channel.force(true);
        }
        Durable.move(draft, whole);
        Files.delete(part);
    }

    private void compress(Path part, FileChannel channel) throws IOException {
        try (OutputStream out = compress.into(Channels.newOutputStream(channel))) {
            Files.copy(part, out);
        }
    }

    /** Whether a file that is not finished as far as anybody remembers is; removes what is left of its part. */
    boolean isFinished(String name) throws IOException {
        Path part = directory.resolve(name + FileNames.PART);
        // In any form: the configuration may have changed since.
        for (Compression form : List.of(Compression.GZIP, Compression.ZSTD)) {
            if (Files.exists(directory.resolve(name + form.suffix()))) {
                Files.deleteIfExists(part);
                return true;
            }
            Files.deleteIfExists(directory.resolve(name + form.suffix() + DRAFT));
        }
        return Files.notExists(part) && Files.exists(directory.resolve(name));
    }
}
