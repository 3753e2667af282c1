package io.hostpulse.broker.feed;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Where others find what the feed knows. Questions wait for the feed's next turn, at most some milliseconds, so that what the feed
 * knows needs no locks. What is public is thread-safe; the rest is the feed's.
 */
public final class Board {

    private static final int MOST_QUESTIONS = 64;

    private final PayloadReader reader = new PayloadReader();
    private final Queue<CompletableFuture<byte[]>> questions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile List<byte[]> alerts = List.of();
    private volatile long turned = System.nanoTime();

    /**
     * Asks for the newest snapshots.
     *
     * @return a message {@code monitoring_data} of the next moment, completed by the feed's thread; nothing when too many ask
     */
    public Optional<CompletableFuture<byte[]>> current() {
        if (waiting.incrementAndGet() > MOST_QUESTIONS) {
            waiting.decrementAndGet();
            return Optional.empty();
        }
        CompletableFuture<byte[]> question = new CompletableFuture<>();
        questions.add(question);
        return Optional.of(question);
    }

    /**
     * Lists the alerts that are on, as of some milliseconds ago.
     *
     * @return the alerts in the order in which they began
     */
    public Collection<Alert> alerts() {
        return alerts.stream().map(json -> AlertFields.parse(reader.read(json))).toList();
    }

    /**
     * Tells whether the feed still turns.
     *
     * @return nanoseconds since it last looked at the streams
     */
    public long stuckFor() {
        return System.nanoTime() - turned;
    }

    void show(List<byte[]> active) {
        turned = System.nanoTime();
        if (active != alerts) {
            alerts = active;
        }
    }

    void answer(Supplier<byte[]> message) {
        if (questions.isEmpty()) {
            return;
        }
        byte[] answer = message.get();
        for (CompletableFuture<byte[]> one = questions.poll(); one != null; one = questions.poll()) {
            waiting.decrementAndGet();
            one.complete(answer);
        }
    }
}
