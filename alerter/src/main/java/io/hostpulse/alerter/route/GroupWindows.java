package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.AlertLevel;
import java.util.Optional;

/** The times in which what follows in a group is collected for one handler. */
final class GroupWindows {

    private final RoutingSettings settings;
    private final RoutingMemory memory;
    private final String handler;

    GroupWindows(RoutingSettings settings, RoutingMemory memory, String handler) {
        this.settings = settings;
        this.memory = memory;
        this.handler = handler;
    }

    /** When the group's window ends; the smallest number when none is open. */
    long end(String group, long now) {
        return open(group, now).map(this::end).orElse(Long.MIN_VALUE);
    }

    /** The same for something that only waits if as bad was told in the window. */
    long endFor(String group, AlertLevel level, long now) {
        return open(group, now)
                .filter(window -> level.compareTo(window.level()) <= 0)
                .map(this::end)
                .orElse(Long.MIN_VALUE);
    }

    /** Opens the window anew, and keeps the worst that was told while it has been open. */
    void told(String group, AlertLevel level, long now) {
        AlertLevel worst = open(group, now)
                .map(Remembered.GroupWindow::level)
                .filter(before -> before.compareTo(level) > 0)
                .orElse(level);
        memory.remember(new Remembered.GroupWindow(handler, group, now, worst));
    }

    private Optional<Remembered.GroupWindow> open(String group, long now) {
        return memory.window(handler, group).filter(window -> end(window) > now);
    }

    private long end(Remembered.GroupWindow window) {
        return window.at() + settings.times().groupWindow().toNanos();
    }
}
