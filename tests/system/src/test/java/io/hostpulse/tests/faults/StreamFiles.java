package io.hostpulse.tests.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a stream's directory. */
final class StreamFiles {

    private StreamFiles() {}

    /** Roll files, oldest first. */
    static List<Path> rolls(Path stream) throws IOException {
        try (Stream<Path> files = Files.list(stream)) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList();
        }
    }

    static Path metadata(Path stream) {
        return stream.resolve("metadata.cq4t");
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
