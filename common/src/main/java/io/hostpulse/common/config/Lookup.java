package io.hostpulse.common.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds a value in the strongest place that has it: flags, then the environment, then the file.
 *
 * @param overrides the flags
 * @param environment the variables
 * @param file the file, which has been read already
 * @param workingDirectory what paths in flags and variables are relative to
 */
record Lookup(Overrides overrides, Environment environment, ConfigFile file, Path workingDirectory) {

    Optional<Found> find(KeyPath path, Optional<Written.Entry> inFile) {
        // The variable is looked up even if a flag wins: it is a known one all the same.
        Optional<Found> inVariable = inVariable(path);
        return inFlag(path)
                .or(() -> inVariable)
                .or(() -> inFile.map(this::inFile))
                .filter(Found::isUsable);
    }

    Origin inFile(int line) {
        return new Origin.InFile(file.shown(), line);
    }

    private Optional<Found> inFlag(KeyPath path) {
        return overrides.find(path).map(text -> typed(text, new Origin.InFlag()));
    }

    private Optional<Found> inVariable(KeyPath path) {
        String name = path.variable();
        return environment.find(name).map(text -> typed(text, new Origin.InVariable(name)));
    }

    private Found typed(String text, Origin origin) {
        return new Found(new Written.Text(text), origin, workingDirectory);
    }

    private Found inFile(Written.Entry entry) {
        return new Found(entry.value(), inFile(entry.line()), file.directory());
    }
}
