package io.hostpulse.history;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Reading;
import io.hostpulse.history.block.Segment;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.history.block.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the records of one stream, inside a transaction. When that fails, it must be thrown away. Not thread-safe. */
final class StreamRecorder {

    private static final long MINUTE = 60_000_000_000L;

    private final Database database;
    private final Streams streams;
    private final GapTable gaps;
    private final ProcessTable processes;
    private final AlertTable alerts;
    private final SeriesTable series;
    private final NumericFields numbers;
    private Streams.Row stream;

    StreamRecorder(Database database, Streams streams, Streams.Row stream, int maxSeries) {
        this.database = database;
        this.streams = streams;
        this.stream = stream;
        this.gaps = new GapTable(database);
        this.processes = new ProcessTable(database);
        this.alerts = new AlertTable(database);
        this.series = new SeriesTable(database, stream, maxSeries);
        this.numbers = new NumericFields(stream.name().value());
    }

    Streams.Row stream() {
        return stream;
    }

    /**
     * In the order of the stream, without what is there already; each goes to one segment with its neighbours of the same ten
     * minutes.
     */
    void write(List<HistoryRecord> records) {
        List<HistoryRecord> together = new ArrayList<>();
        for (HistoryRecord record : records) {
            if (record.sequence() <= stream.lastSequence()) {
                continue;
            }
            if (!together.isEmpty() && span(together.get(0)) != span(record)) {
                writeSegment(together);
                together.clear();
            }
            if (take(record)) {
                together.add(record);
            }
            stream = stream.at(record.sequence(), record.snapshot().sampleTime());
        }
        if (!together.isEmpty()) {
            writeSegment(together);
        }
        streams.save(stream);
    }

    private static long span(HistoryRecord record) {
        return Span.of(record.snapshot().sampleTime());
    }

    /** Whether the record has numbers to keep. */
    private boolean take(HistoryRecord record) {
        long time = record.snapshot().sampleTime();
        if (stream.lastSequence() > 0 && record.sequence() > stream.lastSequence() + 1) {
            gaps.lost(stream, record.sequence(), time);
        }
        Reading reading = record.snapshot().reading();
        if (reading instanceof Reading.Unavailable unavailable) {
            gaps.add(stream, record.sequence(), time, GapTable.Kind.UNAVAILABLE, unavailable.reason());
            return false;
        }
        if (reading instanceof Reading.Failed failed) {
            gaps.add(stream, record.sequence(), time, GapTable.Kind.FAILED, failed.reason());
            return false;
        }
        Fields fields = ((Reading.Ok) reading).fields();
        if (stream.name().value().equals(AlertTable.STREAM)) {
            alerts.take(record.sequence(), fields);
            return false;
        }
        takeProcesses(time, fields);
        return true;
    }

    private void takeProcesses(long time, Fields fields) {
        long minute = Math.floorDiv(time, MINUTE);
        if (minute != stream.processMinute() && ProcessTable.isIn(fields)) {
            processes.save(time, fields);
            stream = stream.withProcesses(minute);
        }
    }

    private void writeSegment(List<HistoryRecord> records) {
        Timeline timeline = new Timeline(
                records.stream()
                        .mapToLong(record -> record.snapshot().sampleTime())
                        .toArray(),
                records.stream().mapToLong(HistoryRecord::sequence).toArray());
        long span = span(records.get(0));
        database.update(
                "insert into tail (stream, span, data) values (?, ?, ?)",
                stream.id(),
                span,
                Segment.encode(timeline, columns(records, Span.hour(span))));
    }

    private SortedMap<Integer, double[]> columns(List<HistoryRecord> records, long hour) {
        SortedMap<Integer, double[]> columns = new TreeMap<>();
        for (int i = 0; i < records.size(); i++) {
            int at = i;
            numbers.find(((Reading.Ok) records.get(i).snapshot().reading()).fields(), (path, value) -> series.number(
                            path, hour)
                    .ifPresent(id -> columns.computeIfAbsent(id, fresh -> absent(records.size()))[at] = value));
        }
        return columns;
    }

    private static double[] absent(int length) {
        double[] values = new double[length];
        Arrays.fill(values, ValueColumn.ABSENT);
        return values;
    }
}
