package io.hostpulse.alerter.schedule;

import io.hostpulse.common.text.Nearest;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Days of the week as people write them: {@code mon}, {@code Monday}, {@code mon-fri}. */
final class Days {

    static final Set<DayOfWeek> ALL = Collections.unmodifiableSet(EnumSet.allOf(DayOfWeek.class));

    private static final int SHORT = 3;
    private static final int WEEK = 7;

    private Days() {}

    /** A range may go over the end of the week, as {@code fri-mon} does. */
    static Set<DayOfWeek> parse(String text) {
        String[] ends = text.split("-", 2);
        DayOfWeek first = day(ends[0]);
        DayOfWeek last = day(ends[ends.length - 1]);
        Set<DayOfWeek> days = EnumSet.of(first);
        for (int i = 0; i < WEEK && first.plus(i) != last; i++) {
            days.add(first.plus(i + 1));
        }
        return days;
    }

    static List<String> names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(Days::shortName).toList();
    }

    private static DayOfWeek day(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.equals(shortName(day)) || name.equals(longName(day)))
                .findFirst()
                .orElseThrow(() -> unknown(text));
    }

    private static IllegalArgumentException unknown(String text) {
        List<String> names = names(ALL);
        return new IllegalArgumentException("'" + text.strip() + "' is no day: write one of " + String.join(", ", names)
                + ", or a range like mon-fri" + Nearest.hint(text.strip(), names));
    }

    private static String shortName(DayOfWeek day) {
        return longName(day).substring(0, SHORT);
    }

    private static String longName(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
