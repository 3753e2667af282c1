package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.export.Compression;
import io.hostpulse.exporter.sink.file.Durable;
import io.hostpulse.exporter.sink.file.Surplus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files in their directory, {@code violation_20250103T101530.123456Z_memory_17.json}. They sort by time.
 *
 * @param directory where they are
 * @param compress how they are compressed
 * @param keep how many of each form are kept
 */
record ViolationFiles(Path directory, Compression compress, int keep) {

    void write(String name, String form, String text) throws IOException {
        Durable.createDirectory(directory);
        Path file = directory.resolve(name + "." + form + compress.suffix());
        Durable.replace(file, compress.of(text.getBytes(StandardCharsets.UTF_8)));
        prune(form);
    }

    private void prune(String form) throws IOException {
        Pattern own = Pattern.compile("violation_\\d{8}T.*\\." + form + "(\\.gz|\\.zst)?");
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.filter(
                            file -> own.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
        Surplus.remove(files, keep);
    }
}
