package io.hostpulse.console.queues;

import io.hostpulse.common.export.Compression;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its name only when it is complete and on disk. What is not a file, such as {@code /dev/null} or a
 * pipe, is written to as it is. A name that ends in {@code .gz} or {@code .zst} asks
 * for compression.
 */
public final class OutputFile implements AutoCloseable {

    private final Path target;
    private final Path written;
    private final FileChannel channel;
    private final OutputStream compressed;
    private final PrintWriter writer;

    /**
     * Opens it.
     *
     * @param target the name under which it is to appear; what is there is replaced
     * @throws IOException when it cannot be created
     */
    public OutputFile(Path target) throws IOException {
        boolean special = Files.exists(target) && !Files.isRegularFile(target);
        this.target = target;
        this.written = special ? target : target.resolveSibling(target.getFileName() + ".tmp");
        this.channel = special
                ? FileChannel.open(target, StandardOpenOption.WRITE)
                : FileChannel.open(
                        written,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        if (!special) {
            // For an end by Ctrl-C, which closes nothing.
            written.toFile().deleteOnExit();
        }
        this.compressed = Compression.ofFile(target.toString()).into(Channels.newOutputStream(channel));
        this.writer =
                new PrintWriter(new OutputStreamWriter(new BufferedOutputStream(compressed), StandardCharsets.UTF_8));
    }

    /**
     * Takes text.
     *
     * @return a writer whose errors are told by {@link #complete()}
     */
    public PrintWriter writer() {
        return writer;
    }

    /**
     * Brings everything to disk and gives the file its name.
     *
     * @throws IOException when not everything could be written
     */
    public void complete() throws IOException {
        if (writer.checkError()) {
            throw new IOException(written + " could not be written completely: is there room on the disk?");
        }
        compressed.close();
        if (!written.equals(target)) {
            channel.force(true);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Ends writing; what was not completed is removed. */
    @Override
    public void close() throws IOException {
        channel.close();
        if (!written.equals(target)) {
            Files.deleteIfExists(written);
        }
    }
}
