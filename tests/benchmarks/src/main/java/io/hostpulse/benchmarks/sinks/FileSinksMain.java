package io.hostpulse.benchmarks.sinks;

import io.hostpulse.benchmarks.Payloads;
import io.hostpulse.benchmarks.ScratchDirectory;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.export.ExportRecord;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.exporter.sink.SinkSurroundings;
import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.exporter.sink.csv.CsvSinkType;
import io.hostpulse.exporter.sink.json.JsonSinkType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records of a real machine through the sinks of files, in the usual batches, each forced to the disk: {@code FileSinksMain
 * [RECORDS]}. Prints how many a second each writes, compression and the end of its files included.
 */
public final class FileSinksMain {

    private static final int USUAL_RECORDS = 50_000;
    private static final int BATCH = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long HALF_SECOND = 500_000_000L;

    /** 2026-01-01T00:00:00Z: any midnight. */
    private static final long BEGINNING = 1_767_225_600L * 1_000_000_000L;

    private FileSinksMain() {}

    private record Form(String name, SinkType type, String options) {}

    private static final List<Form> FORMS = List.of(
            new Form("json pretty", new JsonSinkType(), "style: pretty"),
            new Form("json lines", new JsonSinkType(), "style: lines"),
            new Form("json lines gzip", new JsonSinkType(), "style: lines, compress: gzip"),
            new Form("json lines zstd", new JsonSinkType(), "style: lines, compress: zstd"),
            new Form("csv", new CsvSinkType(), "lists: json"),
            new Form("csv columns", new CsvSinkType(), "lists: columns"),
            new Form("csv zstd", new CsvSinkType(), "compress: zstd"));

    /**
     * Measures every form once, after a tenth to warm up.
     *
     * @param args how many records, 50000 unless given
     * @throws IOException when the files cannot be written
     */
    public static void main(String[] args) throws IOException {
        int records = args.length > 0 ? Integer.parseInt(args[0]) : USUAL_RECORDS;
        System.out.printf(Locale.ROOT, "%-16s %10s %10s%n", "sink", "records/s", "MB");
        for (Form form : FORMS) {
            measure(form, Math.max(BATCH, records / 10));
            System.out.println(measure(form, records));
        }
    }

    private static String measure(Form form, int records) throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            DataDirectory data = new DataDirectory(scratch.path());
            data.create();
            SinkSurroundings surroundings = new SinkSurroundings("bench", data);
            long start = System.nanoTime();
            try (Sink sink = configured(form, scratch.path()).open(surroundings)) {
                for (int from = 0; from < records; from += BATCH) {
                    check(sink.write(batch(from)));
                }
                check(sink.flush());
            }
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            return String.format(
                    Locale.ROOT, "%-16s %10.0f %10.1f", form.name(), records / seconds, megabytes(surroundings));
        }
    }

    private static SinkType.Opener configured(Form form, Path scratch) throws IOException {
        Path file =
                Files.writeString(scratch.resolve("config.yaml"), "sink: { interval: 0, " + form.options() + " }\n");
        Config config = Config.load(new ConfigSources(Optional.of(file), List.of(), Map.of(), Path.of("")));
        SinkType.Opener opener = form.type().configure(config.root().section("sink"));
        config.finish();
        return opener;
    }

    private static Batch batch(int from) throws IOException {
        List<ExportRecord> records = new ArrayList<>();
        for (int i = from; i < from + BATCH; i++) {
            String stream = Payloads.STREAMS.get(i % Payloads.STREAMS.size());
            long sequence = i / Payloads.STREAMS.size() + 1L;
            String payload = StandardCharsets.UTF_8.decode(Payloads.of(stream)).toString();
            records.add(new ExportRecord(
                    new StreamName(stream), sequence, BEGINNING + sequence * HALF_SECOND, RecordKind.OK, payload, 0));
        }
        return new Batch(records);
    }

    private static void check(SinkOutcome outcome) {
        if (!outcome.equals(SinkOutcome.WRITTEN)) {
            throw new IllegalStateException("not written: " + outcome);
        }
    }

    private static double megabytes(SinkSurroundings surroundings) throws IOException {
        try (var files = Files.list(surroundings.exports())) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (double) (1 << 20);
        }
    }
}
