package io.hostpulse.exporter.sink.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Steps that are on the disk when they return. New files and directories are their owner's alone. */
public final class Durable {

    private Durable() {}

    /**
     * Creates a directory and what is above it.
     *
     * @param directory what may be there already
     * @throws IOException when it cannot be created
     */
    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, permissions(directory, "rwx------"));
    }

    static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), permissions(file, "rw-------"));
    }

    static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /**
     * Replaces a file as a whole.
     *
     * @param file what may be there already
     * @param bytes what is in it afterwards
     * @throws IOException when it cannot be replaced; it is then as before
     */
    public static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileChannel channel = open(draft)) {
            channel.truncate(0);
            write(channel, bytes);
            channel.force(true);
        }
        move(draft, file);
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(to.toAbsolutePath().getParent());
    }

    /** A name is on the disk when its directory is. */
    static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
