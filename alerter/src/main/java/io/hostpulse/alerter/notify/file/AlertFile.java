package io.hostpulse.alerter.notify.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Appends to the file, whole or not at all. It is opened for each append, so that somebody else may rotate or remove it.
 *
 * @param path where it is
 */
record AlertFile(Path path) {

    long size() throws IOException {
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /**
     * Appends and forces it to the disk.
     *
     * @throws IOException when that is not possible; the file is then as long as before
     */
    void append(byte[] lines) throws IOException {
        Files.createDirectories(path.getParent(), OwnerOnly.directory(path));
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(path, options, OwnerOnly.file(path))) {
            long before = channel.size();
            try {
                channel.position(before);
                endBrokenLine(channel, before);
                write(channel, ByteBuffer.wrap(lines));
                channel.force(false);
            } catch (IOException e) {
                undo(channel, before, e);
                throw e;
            }
        }
    }

    private static void undo(FileChannel channel, long size, IOException failure) {
        try {
            channel.truncate(size);
        } catch (IOException e) {
            // Then half a line stays, which the next append ends.
            failure.addSuppressed(e);
        }
    }

    /** A crash in the middle of a write may have left half a line. */
    private static void endBrokenLine(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        if (size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n') {
            write(channel, ByteBuffer.wrap(new byte[] {'\n'}));
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
