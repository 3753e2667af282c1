package io.hostpulse.common.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the program before it is started: what wraps it would report its absence in words of its own. */
final class Program {

    private Program() {}

    /** The program's file; a name without a slash is looked for in PATH, one with a slash from the working directory on. */
    static Path find(String name, Path directory, String searchPath) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException("the working directory " + directory + " does not exist");
        }
        if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
            Path file = directory.resolve(name);
            return executable(file).orElseThrow(() -> new IOException(file + " does not exist or cannot be executed"));
        }
        Stream<String> folders = Arrays.stream(searchPath.split(File.pathSeparator, -1));
        return folders.filter(folder -> !folder.isEmpty())
                .flatMap(folder -> executable(Path.of(folder, name)).stream())
                .findFirst()
                .orElseThrow(() -> new IOException("there is no program '" + name + "' in PATH (" + searchPath + ")"));
    }

    static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }
}
