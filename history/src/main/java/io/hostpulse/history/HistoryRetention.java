package io.hostpulse.history;

import io.hostpulse.history.block.RollupBlock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is older than it may be, and above the limit on bytes the oldest: first raw values, then minutes, then hours.
 * In small steps, each a transaction of a few milliseconds, so that nothing waits for it. Raw values that are not yet summed up
 * never go by age.
 */
final class HistoryRetention {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryRetention.class);

    /** Blocks a step: an hour of eight streams. */
    private static final int BLOCKS = 48;

    /** Hours of minutes or hours a step. */
    private static final int HOURS = 6;

    /** What is given back to the disk in a step: 1 MB at 4 KB a page. */
    private static final int PAGES = 256;

    /** Free pages are soon used again: only what is more than a twentieth of the file is given back. */
    private static final int FREE_PARTS = 20;

    /** Below this much of each, the limit on bytes takes from the next coarser one. */
    private static final long LEAST_HOURS = 24;

    private final Database database;
    private final HistorySettings settings;
    private long saidAt;

    HistoryRetention(Database database, HistorySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Does one step; whether there may be more to do. */
    boolean step(long now) {
        return removeOld(now) || removeForSize() || giveBack();
    }

    private boolean removeOld(long now) {
        boolean raw = removeBlocks(Span.firstOfHour(hourBefore(now, settings.raw())));
        boolean minutes = removeMinutes(hourBefore(now, settings.minutes()));
        boolean hours = removeHours(hourBefore(now, settings.hours()));
        return raw || minutes || hours;
    }

    private static long hourBefore(long now, Duration age) {
        return Span.hourOf(now - age.toNanos());
    }

    /** By whole hours of all streams, so that what is left begins on an hour. */
    private boolean removeBlocks(long beforeSpan) {
        List<Long> blocks = database.list(
                "select id from block where span < ? and rolled = 1 order by id limit " + BLOCKS,
                row -> row.getLong(1),
                beforeSpan);
        if (!blocks.isEmpty()) {
            database.write(() -> blocks.forEach(this::removeBlock));
        }
        return blocks.size() == BLOCKS;
    }

    private void removeBlock(long block) {
        database.update("delete from sample where id between ? and ?", RowId.first(block), RowId.first(block + 1) - 1);
        database.update("delete from block where id = ?", block);
    }

    private boolean removeMinutes(long beforeHour) {
        OptionalLong oldest = oldestMinutes();
        if (oldest.isEmpty() || oldest.getAsLong() >= beforeHour) {
            return false;
        }
        long end = Math.min(beforeHour, oldest.getAsLong() + HOURS);
        database.write(() -> {
            database.update("delete from minute where id < ?", RowId.first(end));
            database.update("delete from system_minute where minute < ?", end * 60);
            database.update("delete from process_sample where time < ?", end * RollupBlock.HOUR);
        });
        return end < beforeHour;
    }

    private boolean removeHours(long beforeHour) {
        OptionalLong oldest = oldestHours();
        if (oldest.isEmpty() || oldest.getAsLong() >= beforeHour) {
            return false;
        }
        long end = Math.min(beforeHour, oldest.getAsLong() + HOURS);
        database.write(() -> {
            database.update("delete from hour where hour < ?", end);
            database.update("delete from gap where end < ?", end * RollupBlock.HOUR);
            database.update("delete from alert where resolved < ?", end * RollupBlock.HOUR);
        });
        return end < beforeHour;
    }

    /** Series of which nothing is left; only while no recorder knows their numbers. */
    void forgetSeries(long now) {
        database.update("delete from series where last_hour < ?", hourBefore(now, settings.hours()));
    }

    private OptionalLong oldestMinutes() {
        return of("select min(id) >> " + RowId.SERIES_BITS + " from minute");
    }

    private OptionalLong oldestHours() {
        return of("select min(hour) from hour");
    }

    private OptionalLong newestHour() {
        return of("select max(hour) from hour");
    }

    private OptionalLong of(String sql) {
        return database.number(sql).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private boolean removeForSize() {
        long used = HistorySize.of(database).usedBytes();
        if (used <= settings.maxSize()) {
            return false;
        }
        OptionalLong newest = newestHour();
        boolean removed = newest.isPresent() && removeOldest(newest.getAsLong());
        if (removed) {
            say(newest.getAsLong(), used);
        }
        return removed;
    }

    /** Once a day: from the first time on it is so every hour. */
    private void say(long hour, long used) {
        if (saidAt + LEAST_HOURS <= hour) {
            saidAt = hour;
            LOG.warn(
                    "the history takes {} MB, more than its limit of {} MB: its oldest part is removed, raw values first; "
                            + "raise history.max_size, or keep less for less long",
                    used >> 20,
                    settings.maxSize() >> 20);
        }
    }

    /** One hour of raw values, or some of what is coarser; not the last day of that. */
    private boolean removeOldest(long newest) {
        OptionalLong raw = of("select min(span) from block where rolled = 1");
        if (raw.isPresent()) {
            removeBlocks(Span.firstOfHour(Span.hour(raw.getAsLong()) + 1));
            return true;
        }
        OptionalLong minutes = oldestMinutes();
        if (minutes.isPresent() && minutes.getAsLong() + LEAST_HOURS < newest) {
            removeMinutes(minutes.getAsLong() + HOURS);
            return true;
        }
        OptionalLong hours = oldestHours();
        if (hours.isPresent() && hours.getAsLong() + LEAST_HOURS < newest) {
            removeHours(hours.getAsLong() + HOURS);
            return true;
        }
        return false;
    }

    private boolean giveBack() {
        HistorySize size = HistorySize.of(database);
        if (size.freeBytes() <= size.usedBytes() / FREE_PARTS + (1 << 20)) {
            return false;
        }
        // Each row of the answer is a page that was given back.
        database.each("pragma incremental_vacuum(" + PAGES + ")", row -> {});
        return true;
    }
}
