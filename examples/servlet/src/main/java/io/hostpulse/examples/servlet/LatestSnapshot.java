package io.hostpulse.examples.servlet;

import io.hostpulse.client.Listener;
import io.hostpulse.client.message.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the application knows of the machine at this moment. Without a connection it knows nothing: an old snapshot is never shown as if
 * it were new. Thread-safe; the client's thread writes, each request reads.
 */
final class LatestSnapshot implements Listener {

    /**
     * What is known.
     *
     * @param snapshot the newest; empty when there is none
     * @param reason why there is none
     * @param isOver whether there will never be another
     */
    record State(Optional<Snapshot> snapshot, String reason, boolean isOver) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = new State(Optional.empty(), "not connected yet", false);

    @Override
    public void snapshot(Snapshot snapshot) {
        change(new State(Optional.of(snapshot), "", false));
    }

    @Override
    public void disconnected(String reason, Duration retryIn) {
        change(new State(Optional.empty(), reason, false));
    }

    @Override
    public void closed(String reason) {
        change(new State(Optional.empty(), reason, true));
    }

    private void change(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    State now() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for another state than this; gives the same one when nothing changes in time. */
    State after(State last, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (state.equals(last) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state;
        } finally {
            lock.unlock();
        }
    }
}
