package io.hostpulse.history;

import io.hostpulse.history.block.Accumulator;
import io.hostpulse.history.block.RollupBlock;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.history.block.ValueColumn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fills the table that people look at first: the mean of each minute of what every dashboard shows. Each stream fills its own
 * columns, whenever ten minutes of it are complete.
 */
final class SystemMinutes {

    /** A column and what it is the sum of. */
    private record Column(String stream, String name, List<String> paths) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("processor", "cpu_percent", List.of("usage_percent")),
            new Column("processor", "cpu_freq", List.of("frequency_current")),
            new Column("processor", "load_avg", List.of("load_1m")),
            new Column("memory", "memory_percent", List.of("percentage")),
            new Column("memory", "memory_used", List.of("used")),
            new Column("memory", "memory_total", List.of("total")),
            new Column("disk", "disk_usage", List.of("percentage")),
            new Column("disk", "disk_io", List.of("read_bytes_per_sec", "write_bytes_per_sec")),
            new Column("network", "network_io", List.of("bytes_sent_per_sec", "bytes_recv_per_sec")));

    private final Database database;

    SystemMinutes(Database database) {
        this.database = database;
    }

    Sheet sheet(Streams.Row stream, Timeline timeline) {
        List<Column> columns = COLUMNS.stream()
                .filter(column -> column.stream().equals(stream.name().value()))
                .toList();
        Map<Integer, String> wanted = new HashMap<>();
        for (Column column : columns) {
            for (String path : column.paths()) {
                database.number("select id from series where stream = ? and path = ?", stream.id(), path)
                        .ifPresent(id -> wanted.put(id.intValue(), path));
            }
        }
        return new Sheet(timeline, columns, wanted);
    }

    /** What one block of a stream has for the table. */
    final class Sheet {

        private final Timeline timeline;
        private final List<Column> columns;
        private final Map<Integer, String> wanted;
        private final Map<String, SortedMap<Long, Accumulator>> minutes = new HashMap<>();

        private Sheet(Timeline timeline, List<Column> columns, Map<Integer, String> wanted) {
            this.timeline = timeline;
            this.columns = columns;
            this.wanted = wanted;
        }

        void take(int series, double[] values) {
            String path = wanted.get(series);
            if (path != null) {
                minutes.put(path, byMinute(values));
            }
        }

        private SortedMap<Long, Accumulator> byMinute(double[] values) {
            SortedMap<Long, Accumulator> sums = new TreeMap<>();
            for (int i = 0; i < values.length; i++) {
                long time = timeline.times()[i];
                if (!ValueColumn.isAbsent(values[i])) {
                    sums.computeIfAbsent(Math.floorDiv(time, RollupBlock.MINUTE), minute -> new Accumulator())
                            .add(time, values[i]);
                }
            }
            return sums;
        }

        void save() {
            for (Column column : columns) {
                SortedMap<Long, Accumulator> first =
                        minutes.getOrDefault(column.paths().get(0), new TreeMap<>());
                for (long minute : first.keySet()) {
                    sum(column, minute).ifPresent(value -> save(column.name(), minute, value));
                }
            }
        }

        /** No sum when a part of it is missing. */
        private Optional<Double> sum(Column column, long minute) {
            double sum = 0;
            for (String path : column.paths()) {
                Accumulator part = minutes.getOrDefault(path, new TreeMap<>()).get(minute);
                if (part == null) {
                    return Optional.empty();
                }
                sum += part.bucket(minute).mean();
            }
            return Optional.of(sum);
        }

        private void save(String column, long minute, double value) {
            database.update(
                    "insert into system_minute (minute, " + column
                            + ") values (?, ?) on conflict (minute) do update set " + column + " = excluded." + column,
                    minute,
                    value);
        }
    }
}
