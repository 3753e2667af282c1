package io.hostpulse.client;

import io.hostpulse.client.message.AlertChange;
import io.hostpulse.client.message.Gap;
import io.hostpulse.client.message.Message;
import io.hostpulse.client.message.ServerError;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Subscribed;
import io.hostpulse.client.message.Welcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** One connection after another, as if they were one. The loop's thread. */
final class Session {

    /** The longest {@code broker.reconnect_spread}; who says more is not believed. */
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final String CLOSED = "closed by this program";

    private final ClientSettings settings;
    private final Wire wire;
    private final Loop loop;
    private final Outbox outbox;
    private final RandomGenerator random;
    private final Progress progress;
    private Optional<Connection> connection = Optional.empty();
    private Loop.Timer next = () -> {};
    private Loop.Timer steady = () -> {};
    private int failures;
    private boolean hasRoom = true;
    private boolean isClosing;
    private boolean isOver;

    Session(ClientSettings settings, Wire wire, Loop loop, Outbox outbox, RandomGenerator random) {
        this.settings = settings;
        this.wire = wire;
        this.loop = loop;
        this.outbox = outbox;
        this.random = random;
        this.progress = new Progress(settings.subscription());
    }

    void connect() {
        if (!isClosing) {
            Connection attempt = new Connection(this, settings, loop);
            connection = Optional.of(attempt);
            wire.open(attempt);
        }
    }

    Optional<String> since() {
        return progress.since();
    }

    void subscribed(Subscribed subscribed) {
        steady = loop.after(settings.backoff().steadyAfter(), () -> failures = 0);
        post(listener -> listener.subscribed(subscribed));
        subscribed
                .recovered()
                .ifPresent(isComplete -> post(listener -> {
                    if (isComplete) {
                        listener.recovered();
                    } else {
                        listener.notRecovered(subscribed.reasons());
                    }
                }));
    }

    void take(Snapshot message) {
        Snapshot snapshot = progress.take(message);
        if (snapshot.skipped() > 0) {
            post(listener -> listener.skipped(snapshot.skipped()));
        }
        post(listener -> listener.snapshot(snapshot));
    }

    void tell(Message message) {
        if (message instanceof Welcome welcome) {
            post(listener -> listener.connected(welcome));
        } else if (message instanceof AlertChange change) {
            post(listener -> listener.alert(change));
        } else if (message instanceof Gap gap) {
            post(listener -> listener.gap(gap));
        } else if (message instanceof ServerError error) {
            post(listener -> listener.error(new Problem(error.code(), error.message(), Optional.empty())));
        }
    }

    void post(Consumer<Listener> news) {
        if (!isClosing) {
            hasRoom = outbox.post(news);
        }
    }

    boolean hasRoom() {
        return hasRoom;
    }

    void whenRoom(Runnable task) {
        outbox.whenRoom(() -> loop.execute(() -> {
            hasRoom = true;
            task.run();
        }));
    }

    void over(Ending ending) {
        connection = Optional.empty();
        steady.cancel();
        if (isClosing || ending.isFinal()) {
            finish(isClosing ? CLOSED : ending.reason());
            return;
        }
        Duration delay = delay(ending);
        post(listener -> listener.disconnected(ending.reason(), delay));
        next = loop.after(delay, this::connect);
    }

    // A broker that sends clients away again and again is asked less and less often, whatever it says.
    private Duration delay(Ending ending) {
        boolean isFirst = failures == 0;
        Duration backoff = settings.backoff().before(failures++, random);
        if (ending.comeBack().isEmpty()) {
            return backoff;
        }
        Duration wanted = ending.comeBack().get();
        Duration believed = wanted.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wanted;
        return isFirst || believed.compareTo(backoff) > 0 ? believed : backoff;
    }

    void close() {
        if (isClosing || isOver) {
            return;
        }
        isClosing = true;
        next.cancel();
        connection.ifPresentOrElse(open -> open.close(Ending.failed(CLOSED), GOODBYE), () -> finish(CLOSED));
    }

    private void finish(String reason) {
        isOver = true;
        next.cancel();
        outbox.end(listener -> listener.closed(reason), isClosing);
        wire.close();
        loop.end();
    }
}
