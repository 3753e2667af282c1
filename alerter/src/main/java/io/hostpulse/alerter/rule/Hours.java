package io.hostpulse.alerter.rule;

/**
 * A part of a day, in minutes since midnight. One that ends before it begins goes on over midnight.
 *
 * @param from the first minute, 0 to 1439
 * @param to the first minute that is not in it any more, 1 to 1440
 */
record Hours(int from, int to) {

    static final int DAY = 24 * 60;

    boolean isOverMidnight() {
        return to < from;
    }

    /** Whether it began today and holds this minute. */
    boolean holdsToday(int minute) {
        return minute >= from && (minute < to || isOverMidnight());
    }

    /** Whether it began yesterday and holds this minute. */
    boolean holdsSinceYesterday(int minute) {
        return isOverMidnight() && minute < to;
    }
}
