package io.hostpulse.alerter.rule;

import io.hostpulse.alerter.schedule.Schedule;
import java.util.Optional;

/** Asks a schedule only when its answer may have changed, because zones are slow to compute. Not thread-safe. */
final class ScheduleWatch {

    private final Optional<Schedule> schedule;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private boolean answer = true;

    ScheduleWatch(Optional<Schedule> schedule) {
        this.schedule = schedule;
    }

    boolean isAlways() {
        return schedule.isEmpty();
    }

    boolean holds(long epochNanos) {
        if (schedule.isPresent() && (epochNanos < from || epochNanos >= until)) {
            from = epochNanos;
            until = schedule.get().nextBoundary(epochNanos);
            answer = schedule.get().includes(epochNanos);
        }
        return answer;
    }
}
