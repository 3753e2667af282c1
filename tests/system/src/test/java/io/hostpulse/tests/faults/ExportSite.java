package io.hostpulse.tests.faults;

import io.hostpulse.common.export.ExportNow;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.CursorFile;
import io.hostpulse.testkit.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An exporter on a data directory of its own, whose sinks finish files all the time.
 *
 * @param root a folder of its own
 * @param jvm how the exporter starts
 */
record ExportSite(Path root, Jvm jvm) {

    static final List<String> SINKS = List.of("lines", "pretty", "tables");

    private static final String MAIN = "io.hostpulse.exporter.ExporterMain";

    private static final String CONFIGURATION = """
            exporter:
              sinks:
                lines: { type: json, style: lines, start: beginning, interval: 0, compress: gzip, batch_records: 40,
                         batch_delay: 100ms, max_records: 300, max_files: 100000 }
                pretty: { type: json, start: beginning, interval: 0, batch_records: 25, batch_delay: 100ms, max_size: 32KB,
                          max_files: 100000 }
                tables: { type: csv, start: beginning, interval: 0, compress: zstd, batch_records: 60, batch_delay: 100ms,
                          max_records: 200, max_files: 100000 }
            """;

    static ExportSite of(Site site) {
        ExportSite exports = new ExportSite(site.root(), site.jvm());
        try {
            Files.createDirectories(exports.data().queues());
            Files.writeString(exports.configuration(), CONFIGURATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exports;
    }

    DataDirectory data() {
        return new DataDirectory(root.resolve("data"));
    }

    Path exports(String sink) {
        return data().root().resolve("exports").resolve(sink);
    }

    private Path configuration() {
        return root.resolve("config.yaml");
    }

    /** Starts the exporter. */
    Child exporter() {
        List<String> arguments = List.of(
                "--config", configuration().toString(), "--data", data().root().toString());
        return Child.start(jvm.command(MAIN, arguments), jvm.temporary(), "-", line -> {});
    }

    /** The newest record of a stream that a sink is done with; 0 for none. */
    long position(String sink, StreamName stream) {
        Path cursor = data().cursor("exporter-" + sink, stream);
        try {
            return Files.exists(cursor) ? CursorFile.peek(cursor).sequence() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a sink finish its files, and waits until it has. */
    void finish(String sink) {
        ExportNow now = ExportNow.of(data(), sink);
        try {
            now.ask("finish");
            Await.until(
                    sink + " finishes its files", Trial.LIMIT, () -> answer(now).equals(ExportNow.WRITTEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(ExportNow now) {
        try {
            return now.answerTo("finish").orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
