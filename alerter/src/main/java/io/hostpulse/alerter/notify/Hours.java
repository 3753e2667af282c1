package io.hostpulse.alerter.notify;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week, by the clock on the wall. Immutable.
 *
 * @param spans any of them counts; none means always
 */
public record Hours(List<Span> spans) {

    /** No restriction. */
    public static final Hours ALWAYS = new Hours(List.of());

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String DAY = String.join("|", DAYS);
    private static final String TIME = "(\\d{1,2}):(\\d{2})";
    private static final Pattern FORM = Pattern.compile("(?:(" + DAY + ")(?:-(" + DAY + "))? )?" + TIME + "-" + TIME);

    /** Copies the list. */
    public Hours {
        spans = List.copyOf(spans);
    }

    /**
     * A span that comes again.
     *
     * @param days on which days it begins
     * @param from when it begins
     * @param to when it ends, on the next day if that is not later; that moment is not in it
     */
    public record Span(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

        /** Copies the days. */
        public Span {
            days = Set.copyOf(days);
        }

        private boolean includes(DayOfWeek day, LocalTime time) {
            boolean overMidnight = !from.isBefore(to);
            boolean today = days.contains(day) && !time.isBefore(from) && (overMidnight || time.isBefore(to));
            return today || (overMidnight && days.contains(day.minus(1)) && time.isBefore(to));
        }
    }

    /**
     * Reads {@code 08:00-18:00}, {@code mon-fri 08:00-18:00}, {@code sat 22:00-06:00}.
     *
     * @param texts the spans
     * @return the hours
     * @throws IllegalArgumentException with what is wrong
     */
    public static Hours parse(List<String> texts) {
        return new Hours(texts.stream().map(Hours::span).toList());
    }

    private static Span span(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of hours: write 08:00-18:00, or mon-fri 08:00-18:00");
        }
        return new Span(days(form.group(1), form.group(2)), time(form, 3), time(form, 5));
    }

    private static Set<DayOfWeek> days(String first, String last) {
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek end = day(last == null ? first : last);
        for (DayOfWeek day = day(first); days.add(day) && day != end; day = day.plus(1)) {
            // A week ends where it began, so sat-mon is three days.
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(DAYS.indexOf(name) + 1);
    }

    /** 24:00 is the end of a day, and so the beginning of the next. */
    private static LocalTime time(Matcher form, int group) {
        int hour = Integer.parseInt(form.group(group));
        int minute = Integer.parseInt(form.group(group + 1));
        boolean isEnd = hour == 24 && minute == 0;
        if (minute > 59 || (hour > 23 && !isEnd)) {
            throw new IllegalArgumentException("'" + form.group() + "' has a time that no clock shows");
        }
        return LocalTime.of(isEnd ? 0 : hour, minute);
    }

    /**
     * Tells whether a moment is in these hours.
     *
     * @param moment a time in the zone that counts
     * @return whether it is
     */
    public boolean includes(ZonedDateTime moment) {
        return spans.isEmpty()
                || spans.stream().anyMatch(span -> span.includes(moment.getDayOfWeek(), moment.toLocalTime()));
    }
}
