package io.hostpulse.exporter.sink.file;

import io.hostpulse.common.export.ExportRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files as they are on the disk, and what is remembered of them. When any step fails, this is thrown away and made anew from
 * the disk, as after a crash: there is one way to begin. Belongs to its sink's thread.
 */
final class ExportFiles {

    private static final Logger LOG = LoggerFactory.getLogger(ExportFiles.class);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long PATIENCE = 60 * NANOS_PER_SECOND;

    private final FileOptions options;
    private final Path directory;
    private final FileLayout layout;
    private final FileMemory memory;
    private final Finishing finishing;
    private final Map<String, Long> seen;
    private final Map<String, Long> buckets;
    private final Map<String, List<String>> columns;
    private final Map<String, OpenPart> parts = new TreeMap<>();
    private final Map<String, String> names;
    private FileState saved;
    private boolean changed;
    private boolean isNew;
    private boolean busy = true;
    private long quietSince;

    private ExportFiles(FileOptions options, Path directory, FileLayout layout, FileMemory memory, FileState state) {
        this.options = options;
        this.directory = directory;
        this.layout = layout;
        this.memory = memory;
        this.finishing = new Finishing(directory, options.compress());
        this.seen = new HashMap<>(state.seen());
        this.buckets = new HashMap<>(state.buckets());
        this.columns = new HashMap<>(state.columns());
        this.names = new HashMap<>(state.names());
        this.saved = state;
    }

    /** Goes on where a crash or the last end has left the files. */
    static ExportFiles open(FileOptions options, Path directory, FileLayout layout, FileMemory memory)
            throws IOException {
        Durable.createDirectory(directory);
        FileState state = memory.load();
        ExportFiles files = new ExportFiles(options, directory, layout, memory, state);
        for (Map.Entry<String, PartState> open : state.parts().entrySet()) {
            files.resume(open.getKey(), open.getValue());
        }
        return files;
    }

    private void resume(String series, PartState part) throws IOException {
        Path path = directory.resolve(part.name() + FileNames.PART);
        if (part.length() == 0) {
            Files.deleteIfExists(path);
        } else if (!finishing.isFinished(part.name())) {
            goOn(series, part, path);
        }
    }

    private void goOn(String series, PartState part, Path path) throws IOException {
        if (Files.exists(path) && Files.size(path) >= part.length()) {
            parts.put(series, OpenPart.resume(directory, part));
        } else {
            LOG.error(
                    "{} had {} records and is gone or was cut off by somebody: what is left is not touched, and a new"
                            + " file is begun",
                    path,
                    part.records());
        }
    }

    void take(ExportRecord record) throws IOException {
        String stream = record.stream().value();
        if (record.sequence() <= seen.getOrDefault(stream, 0L)) {
            return;
        }
        busy = true;
        if (isWanted(record)) {
            // This may finish a file and save what is remembered, in which this record must not be yet.
            add(record);
            bucket(record).ifPresent(bucket -> buckets.put(stream, bucket));
        }
        seen.put(stream, record.sequence());
    }

    /** One for each interval: the first that lies in another than the one before. */
    private boolean isWanted(ExportRecord record) {
        Optional<Long> bucket = bucket(record);
        return bucket.isEmpty()
                || record.missing() > 0
                || !bucket.get().equals(buckets.get(record.stream().value()));
    }

    private Optional<Long> bucket(ExportRecord record) {
        return options.interval().isZero()
                ? Optional.empty()
                : Optional.of(record.sampleTime() / options.interval().toNanos());
    }

    private void add(ExportRecord record) throws IOException {
        String series = layout.series(record);
        FileLayout.Entry entry = layout.entry(record);
        List<String> known = columns.getOrDefault(series, List.of());
        List<String> needed = entry.columns(known);
        if (needed.size() > known.size()) {
            columns.put(series, needed);
        }
        OpenPart part = parts.get(series);
        if (part != null && isOver(part, needed, record)) {
            finish(series);
            part = null;
        }
        part = part == null ? begin(series, record, needed) : part;
        part.add(entry.text(needed, part.records() == 0));
        changed = true;
    }

    // A record of an earlier day goes into the file that is there: days come in order, and what is late comes late.
    private boolean isOver(OpenPart part, List<String> needed, ExportRecord record) {
        long begun = part.state().begun();
        return day(record.sampleTime()).isAfter(day(begun))
                || record.sampleTime() - begun >= options.maxAge().toNanos()
                || part.records() >= options.maxRecords()
                || part.size() >= options.maxSize()
                || !part.state().columns().equals(needed);
    }

    private LocalDate day(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos).atZone(options.zone()).toLocalDate();
    }

    private OpenPart begin(String series, ExportRecord record, List<String> needed) throws IOException {
        String name = names(series).next(day(record.sampleTime()), Optional.ofNullable(names.get(series)));
        OpenPart part = OpenPart.begin(directory, name, record.sampleTime(), needed, layout.head(needed));
        parts.put(series, part);
        names.put(series, name);
        isNew = true;
        return part;
    }

    private FileNames names(String series) {
        return new FileNames(directory, series, layout.extension());
    }

    /** Makes everything count that was taken. */
    void commit() throws IOException {
        if (isNew) {
            // So that a part that a crash leaves behind is known, and removed.
            save(saved.seen(), saved.buckets());
            isNew = false;
        }
        if (changed) {
            for (OpenPart part : parts.values()) {
                part.append();
            }
            save(seen, buckets);
            changed = false;
        }
    }

    private void save(Map<String, Long> records, Map<String, Long> intervals) throws IOException {
        Map<String, PartState> open = new HashMap<>();
        parts.forEach((series, part) -> open.put(series, part.state()));
        saved = new FileState(records, intervals, open, columns, names);
        memory.save(saved);
    }

    /** First everything counts, then the file gets its name, and then it is forgotten. */
    private void finish(String series) throws IOException {
        commit();
        OpenPart part = parts.get(series);
        part.end(layout.foot());
        finishing.finish(part.path(), part.state().name());
        parts.remove(series);
        save(seen, buckets);
        Surplus.remove(names(series).finished(), options.maxFiles());
    }

    /** Finishes everything that has a record. */
    void finishAll() throws IOException {
        commit();
        for (String series : List.copyOf(parts.keySet())) {
            finish(series);
        }
    }

    /** Finishes what is too old for anything to come, once nothing has come for a while: what is old may be what is read now. */
    void finishOld(long now) throws IOException {
        if (busy || now < quietSince) {
            busy = false;
            quietSince = now;
        }
        if (now - quietSince < PATIENCE) {
            return;
        }
        for (Map.Entry<String, OpenPart> open : List.copyOf(parts.entrySet())) {
            if (now > endOf(open.getValue().state().begun())) {
                finish(open.getKey());
            }
        }
    }

    private long endOf(long begun) {
        long tomorrow = day(begun).plusDays(1).atStartOfDay(options.zone()).toEpochSecond() * NANOS_PER_SECOND;
        return Math.min(tomorrow, begun + options.maxAge().toNanos());
    }
}
