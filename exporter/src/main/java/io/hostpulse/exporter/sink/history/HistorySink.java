package io.hostpulse.exporter.sink.history;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.exporter.sink.Batch;
import io.hostpulse.exporter.sink.Sink;
import io.hostpulse.exporter.sink.SinkOutcome;
import io.hostpulse.history.HistoryException;
import io.hostpulse.history.HistoryException.Failure;
import io.hostpulse.history.HistoryRecord;
import io.hostpulse.history.HistorySettings;
import io.hostpulse.history.HistorySize;
import io.hostpulse.history.HistoryWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the history. What is in it is known by it alone: a record and the position of its stream are one transaction. So a batch
 * that comes again is passed over, and what a power cut or damage has taken is asked for again. Belongs to one thread.
 */
final class HistorySink implements Sink {

    private static final Logger LOG = LoggerFactory.getLogger(HistorySink.class);

    /** What one look at the clock may do of what is due, so that batches are written in time; the next look is a second away. */
    private static final long UPKEEP = 100_000_000L;

    private final Path directory;
    private final HistorySettings settings;
    private final EpochClock clock;
    private final Decoding decoding = new Decoding();

    /** Streams that were compared with the history since it was opened. */
    private final Set<StreamName> compared = new HashSet<>();

    private Optional<HistoryWriter> writer = Optional.empty();
    private OptionalLong size = OptionalLong.empty();

    HistorySink(Path directory, HistorySettings settings, EpochClock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public SinkOutcome write(Batch batch) {
        try {
            List<HistoryRecord> records =
                    batch.records().stream().map(decoding::decode).toList();
            return tried(history -> write(history, records));
        } catch (RecordFormatException e) {
            return new SinkOutcome.Refused(e.getMessage());
        }
    }

    private SinkOutcome write(HistoryWriter history, List<HistoryRecord> records) {
        Map<StreamName, Long> missing = missing(history, records);
        if (!missing.isEmpty()) {
            return new SinkOutcome.ReadAgain(missing);
        }
        records.forEach(history::append);
        history.commit();
        return SinkOutcome.WRITTEN;
    }

    /** Compares the first record of each stream with what the history has: once, since what is gone for good stays gone. */
    private Map<StreamName, Long> missing(HistoryWriter history, List<HistoryRecord> records) {
        Map<StreamName, HistoryRecord> first = new HashMap<>();
        records.stream()
                .filter(record -> !compared.contains(record.stream()))
                .forEach(record -> first.putIfAbsent(record.stream(), record));
        first.values().stream().filter(record -> isAnew(history, record)).forEach(record -> beginAnew(history, record));
        Map<StreamName, Long> missing = new HashMap<>();
        first.forEach((stream, record) -> {
            if (record.sequence() > history.position(stream) + 1) {
                missing.put(stream, history.time(stream));
            }
        });
        compared.addAll(first.keySet());
        return missing;
    }

    /** A number that the history has, of a moment that it does not know yet: somebody removed the stream's files. */
    private static boolean isAnew(HistoryWriter history, HistoryRecord record) {
        return record.sequence() <= history.position(record.stream())
                && record.snapshot().sampleTime() > history.time(record.stream());
    }

    private static void beginAnew(HistoryWriter history, HistoryRecord record) {
        LOG.warn("stream {} was removed and numbers its records anew; the history goes on with it", record.stream());
        history.beginAnew(record.stream());
    }

    @Override
    public SinkOutcome tick(long now) {
        return tried(history -> {
            // By the clock's differences, which may be wrong once when it is set.
            long end = clock.nanos() + UPKEEP;
            boolean more = true;
            while (more && clock.nanos() < end) {
                more = history.upkeep();
            }
            HistorySize taken = history.size();
            size = OptionalLong.of(taken.usedBytes() + taken.freeBytes());
            return SinkOutcome.WRITTEN;
        });
    }

    private SinkOutcome tried(Function<HistoryWriter, SinkOutcome> work) {
        try {
            return work.apply(open());
        } catch (HistoryException e) {
            if (e.failure() == Failure.DAMAGED) {
                abandon();
            }
            return new SinkOutcome.TryAgain(e.getMessage());
        }
    }

    private HistoryWriter open() {
        if (writer.filter(history -> !history.isInPlace()).isPresent()) {
            LOG.warn("the history was moved or removed from {}; it is opened again there", directory);
            abandon();
        }
        if (writer.isEmpty()) {
            compared.clear();
            writer = Optional.of(HistoryWriter.open(directory, settings, clock));
        }
        return writer.get();
    }

    /** Lets go of it, whatever state it is in; opening it again sets a damaged one aside. */
    private void abandon() {
        try {
            close();
        } catch (HistoryException e) {
            LOG.warn("the history was not closed as it should be: {}", e.getMessage());
        }
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public void close() {
        Optional<HistoryWriter> open = writer;
        writer = Optional.empty();
        open.ifPresent(HistoryWriter::close);
    }
}
