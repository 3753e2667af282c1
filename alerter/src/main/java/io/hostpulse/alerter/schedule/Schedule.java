package io.hostpulse.alerter.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Hours on days of the week in a zone. A range belongs to the day on which it begins: {@code fri 22:00-06:00} ends on Saturday
 * morning. Where clocks are changed, a range lasts from the first moment that its beginning is shown to the last moment that
 * its end is shown; a range that clocks skip altogether does not take place. Immutable.
 *
 * @param days on which ranges begin; at least one
 * @param hours the ranges; at least one
 * @param zone whose clocks are meant
 */
public record Schedule(Set<DayOfWeek> days, List<Hours> hours, ZoneId zone) {

    /** The ranges of the day before may still last, and a week is all there is. */
    private static final int DAYS_AHEAD = 8;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException when there is no day or no range
     */
    public Schedule {
        if (days.isEmpty() || hours.isEmpty()) {
            throw new IllegalArgumentException("a schedule needs a day and hours");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        hours = List.copyOf(hours);
    }

    /**
     * Reads a schedule from its texts.
     *
     * @param days such as {@code mon} or {@code mon-fri}; empty means every day
     * @param hours such as {@code 22:00-06:00}; empty means the whole day
     * @param zone such as {@code Europe/Paris}
     * @return the schedule
     * @throws IllegalArgumentException when a text is wrong; the message says what to write
     */
    public static Schedule parse(List<String> days, List<String> hours, String zone) {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(text -> chosen.addAll(Days.parse(text)));
        List<Hours> ranges = hours.stream().map(Hours::parse).toList();
        return new Schedule(
                chosen.isEmpty() ? Days.ALL : chosen,
                ranges.isEmpty() ? List.of(Hours.ALL_DAY) : ranges,
                Zones.parse(zone));
    }

    /**
     * Tells whether a moment lies in one of the ranges.
     *
     * @param time epoch nanoseconds
     * @return whether it does
     */
    public boolean includes(long time) {
        LocalDate today = date(time);
        return Stream.of(today.minusDays(1), today).flatMap(this::spans).anyMatch(span -> span.contains(time));
    }

    /**
     * Finds when to look again.
     *
     * @param time epoch nanoseconds
     * @return when the next range begins or ends, always later than {@code time}; when two ranges meet, the answer of {@link
     *     #includes} stays the same there
     */
    public long nextBoundary(long time) {
        LocalDate yesterday = date(time).minusDays(1);
        return Stream.iterate(yesterday, day -> day.plusDays(1))
                .limit(DAYS_AHEAD + 2L)
                .flatMap(this::spans)
                .flatMapToLong(span -> LongStream.of(span.start(), span.end()))
                .filter(boundary -> boundary > time)
                .min()
                // Only where clocks skip the one range of a week: look again a day later.
                .orElseGet(() -> LocalTimes.first(date(time).plusDays(1).atStartOfDay(), zone));
    }

    /**
     * Names the days.
     *
     * @return short names, Monday first
     */
    public List<String> dayNames() {
        return Days.names(days);
    }

    private Stream<Span> spans(LocalDate day) {
        return hours.stream()
                .filter(range -> days.contains(day.getDayOfWeek()))
                .map(range -> range.on(day, zone))
                .filter(span -> !span.isEmpty());
    }

    private LocalDate date(long time) {
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(time, NANOS_PER_SECOND), Math.floorMod(time, NANOS_PER_SECOND));
        return LocalDate.ofInstant(instant, zone);
    }
}
