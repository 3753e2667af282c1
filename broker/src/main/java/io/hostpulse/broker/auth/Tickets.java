package io.hostpulse.broker.auth;

import io.hostpulse.common.auth.TokenSecret;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.process.EpochClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets that stand for somebody once and for a short time: they may stand in addresses, which end up in logs and histories, where nobody can
 * use them again. Looked up by their hash, so the time that takes says nothing of them. Thread-safe.
 *
 * @param <T> whom they stand for
 */
public final class Tickets<T> {

    /** How long a ticket is good. */
    public static final Duration LIFE = Duration.ofSeconds(30);

    private static final int MOST = 1000;

    private final EpochClock clock;
    private final Map<String, Issued<T>> issued = new HashMap<>();

    /**
     * Begins without tickets.
     *
     * @param clock the time
     */
    public Tickets(EpochClock clock) {
        this.clock = clock;
    }

    /**
     * Makes a ticket.
     *
     * @param holder whom it stands for
     * @return the ticket; nothing when too many are out
     */
    public synchronized Optional<Secret> issue(T holder) {
        long now = clock.nanos();
        if (issued.size() >= MOST) {
            issued.values().removeIf(ticket -> ticket.end() <= now);
        }
        if (issued.size() >= MOST) {
            return Optional.empty();
        }
        Secret ticket = TokenSecret.generate();
        issued.put(TokenSecret.hash(ticket), new Issued<>(holder, now + LIFE.toNanos()));
        return Optional.of(ticket);
    }

    /**
     * Takes a ticket back.
     *
     * @param ticket what somebody presents
     * @return whom it stands for, if it is one, is still good, and was never presented before
     */
    public synchronized Optional<T> redeem(Secret ticket) {
        return Optional.ofNullable(issued.remove(TokenSecret.hash(ticket)))
                .filter(found -> clock.nanos() < found.end())
                .map(Issued::holder);
    }

    private record Issued<T>(T holder, long end) {}
}
