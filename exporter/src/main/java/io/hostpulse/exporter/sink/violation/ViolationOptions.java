package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.export.Compression;
import io.hostpulse.exporter.sink.file.CompressOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How violations are written.
 *
 * @param directory where the files are; absent for {@code exports/NAME} in the data directory
 * @param format in which forms
 * @param compress how the files are compressed
 * @param maxExportFiles so many files of each form are kept
 */
record ViolationOptions(Optional<Path> directory, ViolationFormat format, Compression compress, int maxExportFiles) {

    private static final int USUAL_FILES = 100;
    private static final int MOST_FILES = 100_000;

    static ViolationOptions read(ConfigNode node) {
        Optional<Path> directory = node.keys().contains("directory")
                ? Optional.of(node.path("directory", Path.of("exports")))
                : Optional.empty();
        return new ViolationOptions(
                directory,
                node.choice("format", ViolationFormat.JSON),
                CompressOption.read(node),
                node.whole("max_export_files", USUAL_FILES, 1, MOST_FILES));
    }
}
