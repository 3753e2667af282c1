package io.hostpulse.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A loop whose time passes when the test says so. */
final class SteppedLoop implements Loop {

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final List<Due> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean hasEnded;

    private record Due(Duration at, Runnable task) {}

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), task);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public void end() {
        hasEnded = true;
    }

    void run() {
        while (!tasks.isEmpty()) {
            tasks.poll().run();
        }
    }

    void pass(Duration time) {
        Duration end = now.plus(time);
        Optional<Due> next = next(end);
        while (next.isPresent()) {
            timers.remove(next.get());
            now = next.get().at();
            next.get().task().run();
            run();
            next = next(end);
        }
        now = end;
    }

    private Optional<Due> next(Duration end) {
        return timers.stream().filter(due -> due.at().compareTo(end) <= 0).min(Comparator.comparing(Due::at));
    }

    boolean hasEnded() {
        return hasEnded;
    }

    int timers() {
        return timers.size();
    }
}
