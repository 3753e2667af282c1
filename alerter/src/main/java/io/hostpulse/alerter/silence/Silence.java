package io.hostpulse.alerter.silence;

import io.hostpulse.alerter.schedule.Schedule;
import io.hostpulse.common.alert.Alert;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Wants no notification about some alerts for a time. They are tracked all the same, and when it is over a summary says what was
 * held back. Immutable.
 *
 * @param id names it: up to 64 lower-case letters, digits, {@code _}, {@code -} and {@code .}
 * @param kind why there is one
 * @param matcher the alerts
 * @param from when it begins to hold, epoch nanoseconds; absent when it always has
 * @param to when it is over for good, epoch nanoseconds; absent when it never is
 * @param schedule the hours at which it holds between the two; absent when it holds all the time
 * @param author who wants it
 * @param comment why, for people; may be empty
 */
public record Silence(
        String id,
        Kind kind,
        AlertMatcher matcher,
        OptionalLong from,
        OptionalLong to,
        Optional<Schedule> schedule,
        String author,
        String comment) {

    private static final Pattern ID = Pattern.compile("[a-z0-9_.-]{1,64}");

    /** Why there is a silence. */
    public enum Kind {
        /** Somebody knows about these alerts. */
        SILENCE,
        /** Work is going on that makes alerts. */
        MAINTENANCE
    }

    /**
     * Checks what would hold for ever or never.
     *
     * @throws IllegalArgumentException when the id is none, when it would end before it begins, or when it has neither an end
     *     nor a schedule; the message says so
     */
    public Silence {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a silence's id has 1 to 64 lower-case letters, digits, '_', '-' or '.'");
        }
        if (to.isEmpty() && schedule.isEmpty()) {
            throw new IllegalArgumentException("a silence needs an end, or days and hours");
        }
        if (from.isPresent() && to.isPresent() && to.getAsLong() < from.getAsLong()) {
            throw new IllegalArgumentException("a silence cannot end before it begins");
        }
    }

    /**
     * Tells whether it holds at a moment.
     *
     * @param time epoch nanoseconds
     * @return whether it does
     */
    public boolean isOn(long time) {
        return hasBegun(time)
                && !isOver(time)
                && schedule.map(hours -> hours.includes(time)).orElse(true);
    }

    /**
     * Tells whether it will never hold again.
     *
     * @param time epoch nanoseconds
     * @return whether its end has come
     */
    public boolean isOver(long time) {
        return to.isPresent() && time >= to.getAsLong();
    }

    /**
     * Tells whether it holds an alert back at a moment.
     *
     * @param alert any alert
     * @param time epoch nanoseconds
     * @return whether it is on and matches
     */
    public boolean holds(Alert alert, long time) {
        return isOn(time) && matcher.matches(alert);
    }

    /**
     * Finds when it may begin or end to hold.
     *
     * @param time epoch nanoseconds
     * @return a later time before which {@link #isOn} gives the same answer as now; absent when it is over
     */
    public OptionalLong nextBoundary(long time) {
        if (isOver(time)) {
            return OptionalLong.empty();
        }
        if (!hasBegun(time)) {
            return from;
        }
        OptionalLong next =
                schedule.isPresent() ? OptionalLong.of(schedule.get().nextBoundary(time)) : to;
        return to.isPresent() ? OptionalLong.of(Math.min(next.orElseThrow(), to.getAsLong())) : next;
    }

    /**
     * Ends it early.
     *
     * @param time when, epoch nanoseconds
     * @return the same silence, over at that time
     */
    public Silence expired(long time) {
        long start = Math.min(from.orElse(time), time);
        return new Silence(
                id,
                kind,
                matcher,
                from.isPresent() ? OptionalLong.of(start) : from,
                OptionalLong.of(Math.min(to.orElse(time), time)),
                schedule,
                author,
                comment);
    }

    private boolean hasBegun(long time) {
        return from.isEmpty() || time >= from.getAsLong();
    }
}
