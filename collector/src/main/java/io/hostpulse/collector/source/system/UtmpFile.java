package io.hostpulse.collector.source.system;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The sessions in the utmp file whose processes are alive. */
final class UtmpFile {

    private final Path file;
    private final Path proc;
    private final UtmpRecords records;

    UtmpFile(Path file, Path proc, UtmpRecords records) {
        this.file = file;
        this.proc = proc;
        this.records = records;
    }

    List<Session> sessions() throws IOException {
        return records.parse(file.toString(), content()).stream()
                .filter(entry -> Files.exists(proc.resolve(Integer.toString(entry.pid()))))
                .map(UtmpRecords.Entry::session)
                .toList();
    }

    private byte[] content() throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }
}
