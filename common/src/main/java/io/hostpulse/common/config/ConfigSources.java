package io.hostpulse.common.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration of one process comes from, strongest first: overrides, environment, file, defaults. Everything
 * is passed in, so that a test can say all of it. Immutable.
 *
 * @param file the file the user asked for, relative to the working directory, which then must exist; when empty,
 *     {@code config.yaml} in the working directory is read if it is there
 * @param overrides the values of {@code --set} flags, each {@code key.path=value}; of two for one key the last wins
 * @param environment the variables, of which those beginning with {@code HOSTPULSE_} are settings
 * @param workingDirectory what paths in flags and variables are relative to
 */
public record ConfigSources(
        Optional<Path> file, List<String> overrides, Map<String, String> environment, Path workingDirectory) {

    /** Copies the list and the map, and makes the directory absolute. */
    public ConfigSources {
        overrides = List.copyOf(overrides);
        environment = Map.copyOf(environment);
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }

    /**
     * Says that there is no flag and no variable: only the file in a directory, if there is one.
     *
     * @param workingDirectory the directory
     * @return sources for tests and for tools that look at a directory
     */
    public static ConfigSources in(Path workingDirectory) {
        return new ConfigSources(Optional.empty(), List.of(), Map.of(), workingDirectory);
    }

    /**
     * Names the file that is read.
     *
     * @return its path, whether it is there or not
     */
    public Path path() {
        return ConfigFile.locate(this).path();
    }
}
