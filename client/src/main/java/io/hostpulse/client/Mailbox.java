package io.hostpulse.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

/** What waits for the listener, and the loop of the thread that tells it. Thread-safe. */
final class Mailbox implements Outbox, Runnable {

    /** Half a minute at two messages a second; with the largest messages some 10 MB. */
    static final int MOST = 64;

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());

    private final Listener listener;
    private final Deque<Consumer<Listener>> waiting = new ArrayDeque<>();
    private Optional<Runnable> whenRoom = Optional.empty();
    private boolean isEnding;

    Mailbox(Listener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized boolean post(Consumer<Listener> news) {
        if (!isEnding) {
            waiting.add(news);
            notifyAll();
        }
        return waiting.size() < MOST;
    }

    @Override
    public synchronized void whenRoom(Runnable task) {
        LOG.log(
                Level.WARNING,
                "the listener does not keep up: {0} messages wait, and nothing more is read until it has taken half of them",
                waiting.size());
        whenRoom = Optional.of(task);
        tellOfRoom();
    }

    @Override
    public synchronized void end(Consumer<Listener> last, boolean isDroppingOthers) {
        if (isDroppingOthers) {
            waiting.clear();
        }
        post(last);
        isEnding = true;
    }

    @Override
    public void run() {
        Optional<Consumer<Listener>> news = take();
        while (news.isPresent()) {
            tell(news.get());
            news = take();
        }
    }

    private synchronized Optional<Consumer<Listener>> take() {
        tellOfRoom();
        while (waiting.isEmpty() && !isEnding) {
            try {
                wait();
            } catch (InterruptedException e) {
                // A listener that was interrupted may leave this behind; only end() ends this thread.
                LOG.log(Level.DEBUG, "interrupted while nothing happened", e);
            }
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void tellOfRoom() {
        if (whenRoom.isPresent() && waiting.size() <= MOST / 2) {
            whenRoom.get().run();
            whenRoom = Optional.empty();
        }
    }

    private void tell(Consumer<Listener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException | Error e) {
            tellOfFailure(e);
        }
    }

    private void tellOfFailure(Throwable failure) {
        try {
            listener.error(
                    new Problem(Problem.LISTENER_FAILED, "the listener failed with " + failure, Optional.of(failure)));
        } catch (RuntimeException | Error e) {
            e.addSuppressed(failure);
            LOG.log(Level.ERROR, "the listener failed when it was told of its failure", e);
        }
    }
}
