package io.hostpulse.client;

import io.hostpulse.client.message.AlertChange;
import io.hostpulse.client.message.Gap;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Subscribed;
import io.hostpulse.client.message.Welcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps all that it is told, in words. */
class RecordingListener implements Listener, Outbox {

    final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    final BlockingQueue<Snapshot> snapshots = new LinkedBlockingQueue<>();
    boolean hasRoom = true;
    Runnable whenRoom = () -> {};

    @Override
    public boolean post(Consumer<Listener> news) {
        news.accept(this);
        return hasRoom;
    }

    @Override
    public void whenRoom(Runnable task) {
        whenRoom = task;
    }

    @Override
    public void end(Consumer<Listener> last, boolean isDroppingOthers) {
        last.accept(this);
    }

    /** The next thing that was told and begins with these words. */
    String await(String beginning) {
        try {
            String next = told.poll(10, TimeUnit.SECONDS);
            while (next != null && !next.startsWith(beginning)) {
                next = told.poll(10, TimeUnit.SECONDS);
            }
            if (next == null) {
                throw new AssertionError("not told within 10 s: " + beginning);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void connected(Welcome welcome) {
        told.add("connected " + welcome.host());
    }

    @Override
    public void subscribed(Subscribed subscribed) {
        told.add("subscribed " + subscribed.streams());
    }

    @Override
    public void recovered() {
        told.add("recovered");
    }

    @Override
    public void notRecovered(List<String> reasons) {
        told.add("not recovered " + reasons);
    }

    @Override
    public void snapshot(Snapshot snapshot) {
        snapshots.add(snapshot);
        told.add("snapshot " + snapshot.tick());
    }

    @Override
    public void alert(AlertChange change) {
        told.add("alert " + change.event() + " " + change.alert().message());
    }

    @Override
    public void gap(Gap gap) {
        told.add("gap " + gap.stream() + " " + gap.first() + "-" + gap.last());
    }

    @Override
    public void skipped(long messages) {
        told.add("skipped " + messages);
    }

    @Override
    public void error(Problem problem) {
        told.add("error " + problem.code() + " " + problem.message());
    }

    @Override
    public void disconnected(String reason, Duration retryIn) {
        told.add("disconnected, again in " + retryIn.toMillis() + " ms: " + reason);
    }

    @Override
    public void closed(String reason) {
        told.add("closed: " + reason);
    }
}
