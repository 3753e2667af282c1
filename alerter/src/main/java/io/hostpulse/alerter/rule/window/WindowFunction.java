package io.hostpulse.alerter.rule.window;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is computed from the values in a window. */
public sealed interface WindowFunction {

    /** The newest value itself; needs no window. */
    record Newest() implements WindowFunction {}

    /** The mean of all values. */
    record Average() implements WindowFunction {}

    /** The smallest value. */
    record Min() implements WindowFunction {}

    /** The largest value. */
    record Max() implements WindowFunction {}

    /**
     * The value that so many percent of all values do not exceed (nearest rank).
     *
     * @param percent above 0, up to 100
     */
    record Percentile(double percent) implements WindowFunction {}

    /**
     * How fast a counter grows. A counter that goes down was reset: what it shows then was counted since.
     *
     * @param per the unit of time
     */
    record Rate(TimeUnit per) implements WindowFunction {}

    /**
     * How fast a value changes from the oldest to the newest; negative when it falls.
     *
     * @param per the unit of time
     */
    record Change(TimeUnit per) implements WindowFunction {}

    /** In how many seconds the value reaches a limit if it goes on as it did: along the straight line that fits best. */
    record TimeUntil() implements WindowFunction {}

    /** A unit of time for rates. */
    enum TimeUnit {
        /** One second. */
        SECOND(1),
        /** Sixty seconds. */
        MINUTE(60),
        /** Sixty minutes. */
        HOUR(3600);

        private final double seconds;

        TimeUnit(double seconds) {
            this.seconds = seconds;
        }

        /**
         * Tells how long it is.
         *
         * @return its length in seconds
         */
        public double seconds() {
            return seconds;
        }

        /**
         * Tells how it is written behind a value.
         *
         * @return for example {@code /min}
         */
        public String suffix() {
            return switch (this) {
                case SECOND -> "/s";
                case MINUTE -> "/min";
                case HOUR -> "/h";
            };
        }
    }

    /**
     * Understands a function's name.
     *
     * @param name for example {@code average} or {@code p95}
     * @param per the unit of time for a rate
     * @return the function, if there is one of this name
     */
    static Optional<WindowFunction> named(String name, TimeUnit per) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "value" -> Optional.of(new Newest());
            case "average" -> Optional.of(new Average());
            case "min" -> Optional.of(new Min());
            case "max" -> Optional.of(new Max());
            case "median" -> Optional.of(new Percentile(50));
            case "rate" -> Optional.of(new Rate(per));
            case "change" -> Optional.of(new Change(per));
            case "time_until_full" -> Optional.of(new TimeUntil());
            default -> percentile(name);
        };
    }

    private static Optional<WindowFunction> percentile(String name) {
        Matcher matcher = Pattern.compile("[pP](\\d{1,2}(?:\\.\\d{1,3})?)").matcher(name);
        return matcher.matches() && Double.parseDouble(matcher.group(1)) > 0
                ? Optional.of(new Percentile(Double.parseDouble(matcher.group(1))))
                : Optional.empty();
    }
}
