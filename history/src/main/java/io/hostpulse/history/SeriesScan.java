package io.hostpulse.history;

import io.hostpulse.history.block.Bucket;
import io.hostpulse.history.block.MalformedBlockException;
import io.hostpulse.history.block.RollupBlock;
import io.hostpulse.history.block.Segment;
import io.hostpulse.history.block.Timeline;
import io.hostpulse.history.block.ValueColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers one query, inside a read transaction. Values that are not yet summed up are read raw whatever the tier: the tail and
 * the blocks of the present hour. Bytes that make no sense are a gap in the answer, and no failure of it.
 */
final class SeriesScan {

    private static final String HOURS =
            "with recursive span (n) as (select ? union all select n + 1 from span where n < ?) ";

    private final Database database;
    private final QueryPlan plan;
    private final int stream;
    private final int series;
    private final Thinner thinner;
    private final List<GapSpan> damages = new ArrayList<>();

    private SeriesScan(Database database, QueryPlan plan, int stream, int series) {
        this.database = database;
        this.plan = plan;
        this.stream = stream;
        this.series = series;
        this.thinner = new Thinner(plan.width(), plan.from(), plan.to());
    }

    static SeriesHistory run(Database database, SeriesQuery query, int stream, int series) {
        long oldestRaw = database.number("select min(start) from block where stream = ?", stream)
                .orElse(Long.MAX_VALUE);
        long oldestMinute = database.number("select min(id) >> " + RowId.SERIES_BITS + " from minute")
                .map(hour -> hour * RollupBlock.HOUR)
                .orElse(Long.MAX_VALUE);
        QueryPlan plan = QueryPlan.of(query, oldestRaw, oldestMinute);
        SeriesScan scan = new SeriesScan(database, plan, stream, series);
        scan.read();
        List<GapSpan> gaps = scan.gaps(query);
        List<Bucket> buckets = scan.thinner.buckets();
        return new SeriesHistory(query.series(), plan.width(), buckets, new Breaks(plan, gaps).in(buckets), gaps);
    }

    private void read() {
        if (plan.from() < plan.minutesFrom()) {
            hours(plan.from(), plan.minutesFrom());
        }
        if (plan.minutesFrom() < plan.rawFrom()) {
            minutes(plan.minutesFrom(), plan.rawFrom());
        }
        blocks();
        tail();
    }

    private void hours(long from, long to) {
        long first = Math.max(
                Span.hourOf(from), database.number("select min(hour) from hour").orElse(Long.MAX_VALUE));
        long last = Span.hourOf(to - 1);
        if (first > last) {
            return;
        }
        database.each(
                HOURS + "select hour.hour, min, mean, max, last, count from span"
                        + " cross join hour on hour.hour = span.n and hour.series = ?",
                row -> thinner.add(new Bucket(
                        row.getLong(1) * RollupBlock.HOUR,
                        row.getDouble(2),
                        row.getDouble(3),
                        row.getDouble(4),
                        row.getDouble(5),
                        row.getLong(6))),
                first,
                last,
                series);
    }

    private void minutes(long from, long to) {
        database.each(
                HOURS + "select span.n, data from span cross join minute on minute.id = (span.n << " + RowId.SERIES_BITS
                        + " | ?)",
                row -> {
                    long hour = row.getLong(1) * RollupBlock.HOUR;
                    byte[] data = row.getBytes(2);
                    guarded(hour, () -> RollupBlock.decode(hour, data).stream()
                            .filter(minute -> minute.start() >= from && minute.start() < to)
                            .forEach(thinner::add));
                },
                Span.hourOf(from),
                Span.hourOf(to - 1),
                series);
    }

    /** All blocks for raw values; otherwise those that no minute knows of yet. */
    private void blocks() {
        boolean all = plan.tier() == Tier.RAW;
        long from = all ? plan.rawFrom() : plan.from();
        database.each(
                "select block.start, timeline, data from block"
                        + " cross join sample on sample.id = (block.id << " + RowId.SERIES_BITS + " | ?)"
                        + " where block.stream = ? and block.start between ? and ?" + (all ? "" : " and rolled = 0")
                        + " order by block.start",
                row -> {
                    byte[] timeline = row.getBytes(2);
                    byte[] data = row.getBytes(3);
                    guarded(row.getLong(1), () -> block(Timeline.decode(timeline), data, from));
                },
                series,
                stream,
                from - Span.LENGTH,
                plan.to());
    }

    private void block(Timeline timeline, byte[] data, long from) {
        values(timeline, ValueColumn.decode(data, timeline.length()), from);
    }

    private void tail() {
        database.each(
                "select data from tail where stream = ? order by id",
                row -> {
                    byte[] data = row.getBytes(1);
                    guarded(plan.to() - 1, () -> segment(Segment.open(data)));
                },
                stream);
    }

    private void segment(Segment segment) {
        if (segment.seek(series)) {
            values(segment.timeline(), segment.values(), plan.from());
        }
    }

    private void values(Timeline timeline, double[] values, long from) {
        for (int i = 0; i < values.length; i++) {
            long time = timeline.times()[i];
            if (time >= from && !ValueColumn.isAbsent(values[i])) {
                thinner.add(new Bucket(time, values[i], values[i], values[i], values[i], 1));
            }
        }
    }

    private void guarded(long time, Runnable decoding) {
        try {
            decoding.run();
        } catch (MalformedBlockException e) {
            damages.add(new GapSpan(
                    time, time, "damaged", "the history has bytes here that make no sense: " + e.getMessage()));
        }
    }

    private List<GapSpan> gaps(SeriesQuery query) {
        List<GapSpan> gaps = new ArrayList<>(database.list(
                "select start, end, kind, reason from gap where stream = ? and end >= ? and start < ?"
                        + " order by start limit " + SeriesHistory.MAX_GAPS,
                row -> new GapSpan(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)),
                stream,
                query.from(),
                query.to()));
        gaps.addAll(damages);
        return gaps.subList(0, Math.min(gaps.size(), SeriesHistory.MAX_GAPS));
    }
}
