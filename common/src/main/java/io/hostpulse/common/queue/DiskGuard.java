package io.hostpulse.common.queue;

import java.io.IOException;
import java.time.Duration;

/**
 * Says before an append whether there is room for it: a write through a mapping to a full disk kills the JVM. Asks the
 * filesystem at most ten times a second, in which a writer cannot use up what must stay free. Used by the writer's thread.
 */
final class DiskGuard {

    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    /** Once space has run out, a fiftieth more is needed, so that it does not run out and come back ten times a second. */
    private static final long MARGIN = 50;

    private static final long MB = 1 << 20;

    private final DiskSpace space;
    private final SpaceLimits limits;
    private String condition = "";
    private long lastAsked;

    DiskGuard(DiskSpace space, SpaceLimits limits) {
        this.space = space;
        this.limits = limits;
    }

    /** Tells why there must be no append now; empty when there may be one. */
    String condition(long now) {
        if (lastAsked == 0 || now < lastAsked || now - lastAsked >= PAUSE) {
            lastAsked = now;
            condition = ask();
        }
        return condition;
    }

    private String ask() {
        if (limits.equals(SpaceLimits.NONE)) {
            return "";
        }
        try {
            long needed = limits.neededOf(space.total());
            long wanted = condition.isEmpty() ? needed : needed + needed / MARGIN;
            long free = space.free();
            return free >= wanted ? "" : "no disk space: " + free / MB + " MB free, " + wanted / MB + " MB needed";
        } catch (IOException e) {
            return "disk space unknown: " + e.getMessage();
        }
    }
}
