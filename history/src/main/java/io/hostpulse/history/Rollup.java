package io.hostpulse.history;

import io.hostpulse.history.block.Accumulator;
import io.hostpulse.history.block.Bucket;
import io.hostpulse.history.block.MalformedBlockException;
import io.hostpulse.history.block.RollupBlock;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.history.block.ValueColumn;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sums complete hours up, to minutes and to the hour. Blocks that were summed up are marked in the same transaction, so that each
 * counts once; those that come later, because a clock was set back, are added to what is there.
 */
final class Rollup {

    /** A block and its moments. */
    private record Block(long id, Timeline timeline) {}

    private static final Logger LOG = LoggerFactory.getLogger(Rollup.class);

    private final Database database;

    Rollup(Database database) {
        this.database = database;
    }

    /** Sums up all blocks of hours before one, each hour in a transaction of its own. */
    void rollBefore(Streams.Row stream, long hour) {
        List<Long> hours = database.list(
                "select distinct span / " + Span.IN_AN_HOUR
                        + " from block where stream = ? and rolled = 0 and span < ? order by 1",
                row -> row.getLong(1),
                stream.id(),
                Span.firstOfHour(hour));
        for (long complete : hours) {
            database.write(() -> roll(stream, complete));
        }
    }

    private void roll(Streams.Row stream, long hour) {
        List<Block> blocks = database.list(
                "select id, timeline from block where stream = ? and rolled = 0 and span between ? and ? order by id",
                row -> new Block(row.getLong(1), timeline(row.getLong(1), row.getBytes(2))),
                stream.id(),
                Span.firstOfHour(hour),
                Span.firstOfHour(hour + 1) - 1);
        SortedMap<Integer, Map<Long, Block>> series = new TreeMap<>();
        for (Block block : blocks) {
            database.each(
                    "select id from sample where id between ? and ?",
                    row -> series.computeIfAbsent(RowId.series(row.getLong(1)), fresh -> new TreeMap<>())
                            .put(row.getLong(1), block),
                    RowId.first(block.id()),
                    RowId.first(block.id() + 1) - 1);
        }
        series.forEach((id, samples) -> roll(id, hour, samples));
        blocks.forEach(block -> database.update("update block set rolled = 1 where id = ?", block.id()));
    }

    private static Timeline timeline(long block, byte[] bytes) {
        try {
            return Timeline.decode(bytes);
        } catch (MalformedBlockException e) {
            LOG.error("block {} in the history makes no sense and is in no minute: {}", block, e.getMessage());
            return new Timeline(new long[0], new long[0]);
        }
    }

    private void roll(int series, long hour, Map<Long, Block> samples) {
        SortedMap<Long, Accumulator> minutes = new TreeMap<>();
        samples.forEach((row, block) -> addReadable(minutes, block.timeline(), row));
        if (minutes.isEmpty()) {
            return;
        }
        before(series, hour).forEach(minute -> at(minutes, minute.start()).add(minute));
        List<Bucket> complete = minutes.entrySet().stream()
                .map(entry -> entry.getValue().bucket(entry.getKey()))
                .toList();
        database.update(
                "insert or replace into minute (id, data) values (?, ?)",
                RowId.of(hour, series),
                RollupBlock.encode(complete));
        saveHour(series, hour, complete);
    }

    /** A column that makes no sense stays where it is, and counts in no sum. */
    private void addReadable(SortedMap<Long, Accumulator> minutes, Timeline timeline, long row) {
        try {
            add(minutes, timeline, row);
        } catch (MalformedBlockException e) {
            LOG.error("values {} in the history make no sense and are in no minute: {}", row, e.getMessage());
        }
    }

    private void add(SortedMap<Long, Accumulator> minutes, Timeline timeline, long row) {
        byte[] bytes = database.first("select data from sample where id = ?", found -> found.getBytes(1), row)
                .orElseThrow();
        double[] values = ValueColumn.decode(bytes, timeline.length());
        for (int i = 0; i < values.length; i++) {
            if (!ValueColumn.isAbsent(values[i])) {
                long time = timeline.times()[i];
                at(minutes, Math.floorDiv(time, RollupBlock.MINUTE) * RollupBlock.MINUTE)
                        .add(time, values[i]);
            }
        }
    }

    private static Accumulator at(SortedMap<Long, Accumulator> minutes, long start) {
        return minutes.computeIfAbsent(start, fresh -> new Accumulator());
    }

    private List<Bucket> before(int series, long hour) {
        return database.first(
                        "select data from minute where id = ?",
                        row -> minutes(hour, row.getBytes(1)),
                        RowId.of(hour, series))
                .orElse(List.of());
    }

    private static List<Bucket> minutes(long hour, byte[] bytes) {
        try {
            return RollupBlock.decode(hour * RollupBlock.HOUR, bytes);
        } catch (MalformedBlockException e) {
            LOG.error("minutes of hour {} in the history make no sense and begin anew: {}", hour, e.getMessage());
            return List.of();
        }
    }

    private void saveHour(int series, long hour, List<Bucket> minutes) {
        Accumulator sum = new Accumulator();
        minutes.forEach(sum::add);
        Bucket all = sum.bucket(hour * RollupBlock.HOUR);
        database.update(
                "insert or replace into hour (hour, series, min, mean, max, last, count) values (?, ?, ?, ?, ?, ?, ?)",
                hour,
                series,
                all.min(),
                all.mean(),
                all.max(),
                all.last(),
                all.count());
        database.update("update series set last_hour = max(last_hour, ?) where id = ?", hour, series);
    }
}
