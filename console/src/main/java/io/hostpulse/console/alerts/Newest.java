package io.hostpulse.console.alerts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest few of what may come without end, and counts the others. Used by one thread. */
final class Newest<T> {

    private final int most;
    private final Deque<T> kept = new ArrayDeque<>();
    private long leftOut;

    Newest(int most) {
        this.most = most;
    }

    void add(T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.remove();
            leftOut++;
        }
    }

    /** Oldest first. */
    List<T> all() {
        return List.copyOf(kept);
    }

    long leftOut() {
        return leftOut;
    }
}
