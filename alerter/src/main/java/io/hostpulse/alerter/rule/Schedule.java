package io.hostpulse.alerter.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Days and hours by the clock on the wall of a zone. Hours over midnight belong to the day on which they begin. An hour that a clock
 * change skips does not come; one that it repeats comes twice.
 *
 * @param zone whose clock
 * @param days on which days
 * @param hours at which hours of them; none means all day
 */
record Schedule(ZoneId zone, Set<DayOfWeek> days, List<Hours> hours) {

    static final Schedule ALWAYS = new Schedule(ZoneId.of("UTC"), EnumSet.allOf(DayOfWeek.class), List.of());

    private static final long NANOS = 1_000_000_000L;

    Schedule {
        days = Set.copyOf(days);
        hours = List.copyOf(hours);
    }

    boolean isAlways() {
        return days.size() == DayOfWeek.values().length && hours.isEmpty();
    }

    boolean holds(long epochNanos) {
        ZonedDateTime local =
                Instant.ofEpochSecond(Math.floorDiv(epochNanos, NANOS)).atZone(zone);
        int minute = local.getHour() * 60 + local.getMinute();
        boolean today = days.contains(local.getDayOfWeek());
        boolean yesterday = days.contains(local.getDayOfWeek().minus(1));
        if (hours.isEmpty()) {
            return today;
        }
        return hours.stream()
                .anyMatch(
                        part -> (today && part.holdsToday(minute)) || (yesterday && part.holdsSinceYesterday(minute)));
    }
}
