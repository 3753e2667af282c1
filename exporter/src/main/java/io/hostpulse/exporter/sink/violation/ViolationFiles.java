package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.export.Compression;
import io.hostpulse.exporter.sink.file.Durable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Path file = directory.resolve(name + "." + form + compress.suffix());
        Durable.replace(file, compressed(bytes));
        prune(form);
    }

    private byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (OutputStream out = compress.into(all)) {
            out.write(bytes);
        }
        return all.toByteArray();
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
        for (Path old : files.subList(0, Math.max(0, files.size() - keep))) {
            Files.delete(old);
        }
    }
}
