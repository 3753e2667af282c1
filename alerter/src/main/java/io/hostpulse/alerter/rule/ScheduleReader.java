package io.hostpulse.alerter.rule;

import io.hostpulse.common.config.ConfigNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code when}: {@code zone}, {@code days} and {@code hours}. */
final class ScheduleReader {

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final ConfigNode node;

    ScheduleReader(ConfigNode node) {
        this.node = node;
    }

    Schedule read(Schedule base) {
        ZoneId zone = zone(base);
        Set<DayOfWeek> days = days(base);
        List<Hours> hours = hours(base);
        // Without days and hours the zone means nothing, and all such schedules are one.
        boolean always = days.size() == DAYS.size() && hours.isEmpty();
        return always ? Schedule.ALWAYS : new Schedule(zone, days, hours);
    }

    private ZoneId zone(Schedule base) {
        Optional<String> written = node.optionalText("zone");
        try {
            return written.map(ZoneId::of).orElse(base.isAlways() ? ZoneId.systemDefault() : base.zone());
        } catch (DateTimeException unknown) {
            node.problem("zone", "there is no such time zone: write a name such as Europe/Berlin, or UTC");
            return base.zone();
        }
    }

    private Set<DayOfWeek> days(Schedule base) {
        List<String> written = node.texts("days", List.of());
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : written) {
            String[] ends = text.toLowerCase(Locale.ROOT).split("-", 2);
            int first = DAYS.indexOf(ends[0].strip());
            int last = DAYS.indexOf(ends[ends.length - 1].strip());
            if (first < 0 || last < 0) {
                node.problem(
                        "days", "must be days or ranges of them: mon, tue, wed, thu, fri, sat, sun, such as mon-fri");
            } else {
                addRange(days, first, last);
            }
        }
        return days.isEmpty() ? base.days() : days;
    }

    private static void addRange(Set<DayOfWeek> days, int first, int last) {
        DayOfWeek end = DayOfWeek.of(last + 1);
        DayOfWeek day = DayOfWeek.of(first + 1);
        days.add(day);
        while (day != end) {
            day = day.plus(1);
            days.add(day);
        }
    }

    private List<Hours> hours(Schedule base) {
        List<String> written = node.texts("hours", List.of());
        List<Hours> hours = new ArrayList<>();
        for (String text : written) {
            Optional<Hours> part = hours(text);
            part.ifPresent(hours::add);
            if (part.isEmpty()) {
                node.problem("hours", "must be times of day such as 08:00-18:00 or, over midnight, 22:00-06:00");
            }
        }
        return written.isEmpty() ? base.hours() : hours;
    }

    private static Optional<Hours> hours(String text) {
        Matcher matcher = HOURS.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int from = minute(matcher.group(1), matcher.group(2));
        int to = minute(matcher.group(3), matcher.group(4));
        boolean good = from >= 0 && from < Hours.DAY && to >= 0 && to <= Hours.DAY && from != to;
        return good ? Optional.of(new Hours(from, to)) : Optional.empty();
    }

    private static int minute(String hour, String minute) {
        int minutes = Integer.parseInt(minute);
        return minutes < 60 ? Integer.parseInt(hour) * 60 + minutes : -1;
    }
}
