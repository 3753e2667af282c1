package io.hostpulse.alerter.rule;

/** Asks a schedule once a minute: its answer cannot change within one, and zones are slow to compute. Not thread-safe. */
final class ScheduleWatch {

    private static final long MINUTE = 60_000_000_000L;

    private final Schedule schedule;
    private long minute = Long.MIN_VALUE;
    private boolean answer = true;

    ScheduleWatch(Schedule schedule) {
        this.schedule = schedule;
    }

    boolean isAlways() {
        return schedule.isAlways();
    }

    boolean holds(long epochNanos) {
        long asked = Math.floorDiv(epochNanos, MINUTE);
        if (asked != minute && !schedule.isAlways()) {
            minute = asked;
            answer = schedule.holds(epochNanos);
        }
        return answer;
    }
}
