package io.hostpulse.history;

import io.hostpulse.history.block.MalformedBlockException;
import io.hostpulse.history.block.Segment;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.history.block.ValueColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins what was committed bit by bit in ten minutes into one block with a column for each series. It goes through all
 * segments side by side, series by series, so that it never holds more than one column.
 */
final class Sealer {

    /** One row of the tail. */
    private record Row(long id, Segment segment) {}

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final Database database;
    private final GapTable gaps;
    private final SystemMinutes systemMinutes;

    Sealer(Database database) {
        this.database = database;
        this.gaps = new GapTable(database);
        this.systemMinutes = new SystemMinutes(database);
    }

    /** Seals what does not belong to the span that is being written, each span in a transaction of its own. */
    void sealAllBut(Streams.Row stream, long open) {
        List<Long> spans = database.list(
                "select distinct span from tail where stream = ? and span <> ? order by span",
                row -> row.getLong(1),
                stream.id(),
                open);
        for (long span : spans) {
            database.write(() -> seal(stream, span));
        }
    }

    private void seal(Streams.Row stream, long span) {
        List<Row> together = new ArrayList<>();
        int records = 0;
        for (Row row : readable(stream, span)) {
            int more = row.segment().timeline().length();
            if (records + more > Timeline.MAX_RECORDS) {
                join(stream, span, together);
                together.clear();
                records = 0;
            }
            together.add(row);
            records += more;
        }
        if (!together.isEmpty()) {
            join(stream, span, together);
        }
    }

    /** What cannot be read would stop everything behind it: it goes, and that is told. */
    private List<Row> readable(Streams.Row stream, long span) {
        List<Row> rows = new ArrayList<>();
        Map<Long, String> damaged = new LinkedHashMap<>();
        database.each(
                "select id, data from tail where stream = ? and span = ? order by id",
                row -> {
                    byte[] bytes = row.getBytes(2);
                    try {
                        Segment.check(bytes);
                        rows.add(new Row(row.getLong(1), Segment.open(bytes)));
                    } catch (MalformedBlockException e) {
                        damaged.put(row.getLong(1), e.getMessage());
                    }
                },
                stream.id(),
                span);
        damaged.forEach((id, reason) -> {
            LOG.error("a commit of the stream {} in the history cannot be read any more: {}", stream.name(), reason);
            gaps.damaged(stream, span, "a commit in the history makes no sense: " + reason);
            database.update("delete from tail where id = ?", id);
        });
        return rows;
    }

    private void join(Streams.Row stream, long span, List<Row> rows) {
        List<Segment> segments = rows.stream().map(Row::segment).toList();
        Timeline timeline = timeline(segments);
        long block = database.insert(
                "insert into block (stream, span, start, records, timeline) values (?, ?, ?, ?, ?)",
                stream.id(),
                span,
                Arrays.stream(timeline.times()).min().orElseThrow(),
                timeline.length(),
                timeline.encode());
        SystemMinutes.Sheet sheet = systemMinutes.sheet(stream, timeline);
        for (int series = first(segments); series < Integer.MAX_VALUE; series = first(segments)) {
            double[] column = column(segments, series, timeline.length());
            database.update(
                    "insert into sample (id, data) values (?, ?)", RowId.of(block, series), ValueColumn.encode(column));
            sheet.take(series, column);
        }
        sheet.save();
        rows.forEach(row -> database.update("delete from tail where id = ?", row.id()));
    }

    private static Timeline timeline(List<Segment> segments) {
        return new Timeline(
                segments.stream()
                        .flatMapToLong(
                                segment -> Arrays.stream(segment.timeline().times()))
                        .toArray(),
                segments.stream()
                        .flatMapToLong(
                                segment -> Arrays.stream(segment.timeline().sequences()))
                        .toArray());
    }

    private static int first(List<Segment> segments) {
        return segments.stream().mapToInt(Segment::series).min().orElse(Integer.MAX_VALUE);
    }

    private static double[] column(List<Segment> segments, int series, int length) {
        double[] column = new double[length];
        Arrays.fill(column, ValueColumn.ABSENT);
        int at = 0;
        for (Segment segment : segments) {
            if (segment.series() == series) {
                double[] values = segment.values();
                System.arraycopy(values, 0, column, at, values.length);
                segment.next();
            }
            at += segment.timeline().length();
        }
        return column;
    }
}
