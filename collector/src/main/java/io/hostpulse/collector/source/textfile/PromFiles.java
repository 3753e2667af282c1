package io.hostpulse.collector.source.textfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files {@code *.prom} of a directory. */
final class PromFiles {

    /** What all files together may have; some thousand series. */
    static final int MAX_SIZE = 1 << 20;

    private static final int MAX_FILES = 1_000;
    private static final String ENDING = "*.prom";

    private PromFiles() {}

    /** Lists them in the order of their names, so that of two files that say the same it is always the same that counts. */
    static SortedSet<Path> in(Path directory) throws IOException {
        SortedSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, ENDING)) {
            for (Path file : all) {
                files.add(file);
                if (files.size() > MAX_FILES) {
                    throw new IOException(directory + " holds more than " + MAX_FILES + " files " + ENDING);
                }
            }
            return files;
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new IOException("the directory " + directory + " does not exist", e);
        }
    }

    /** Reads one. What is no file, such as a pipe, is not even opened: that could block for ever. */
    static byte[] read(Path file, int limit) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException("with it the files would be larger than 1 MB");
            }
            return bytes;
        }
    }
}
