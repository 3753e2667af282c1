package io.hostpulse.alerter.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of local time, written {@code 22:00-06:00}. One that does not end after it begins goes over midnight, and one that
 * ends where it begins lasts until the next day.
 *
 * @param from when it begins; part of the range
 * @param to when it ends; no longer part of it
 */
public record Hours(LocalTime from, LocalTime to) {

    /** From midnight to midnight. */
    public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Pattern FORM = Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");

    /**
     * Reads a range.
     *
     * @param text for example {@code 08:00-18:30}; {@code 24:00} is the midnight at the end of the day
     * @return the range
     * @throws IllegalArgumentException when the text is no range; the message says what to write
     */
    public static Hours parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text);
        }
        try {
            return new Hours(time(matcher.group(1)), end(matcher.group(2)));
        } catch (DateTimeException notATime) {
            throw wrong(text);
        }
    }

    // An hour may be written with one digit.
    private static LocalTime time(String text) {
        return LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
    }

    private static LocalTime end(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : time(text);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is no range of hours: write it like 22:00-06:00");
    }

    /** The range that begins on a day, as real time. */
    Span on(LocalDate day, ZoneId zone) {
        LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(LocalTimes.first(day.atTime(from), zone), LocalTimes.last(lastDay.atTime(to), zone));
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
