package io.hostpulse.alerter.outbox;

import io.hostpulse.alerter.notify.Handler;
import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.EpochClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what one handler has to send, on a thread of its own: a server that hangs delays this handler and nobody else. What is
 * handed over is in the journal already, so it survives the process.
 */
public final class DeliveryAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryAgent.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A turn ends at least so often, so that a stopping process need not wait. */
    private static final long LONGEST_WAIT = 200_000_000L;

    private final String name;
    private final String type;
    private final Handler handler;
    private final Outbox outbox;
    private final EpochClock clock;
    private final Consumer<Receipt> receipts;
    private final DeliverySigns signs;
    private final Tally tally = new Tally();
    private final BlockingQueue<Notification> inbox = new LinkedBlockingQueue<>();
    private volatile boolean enabled;
    private volatile HandlerStats stats;
    private String condition = "";

    /**
     * Prepares to send.
     *
     * @param settings the handler's settings
     * @param handler sends; closed with the agent
     * @param clock the time
     * @param receipts takes what is done with; called by this agent's thread
     * @param signs where it shows how it is doing
     */
    public DeliveryAgent(
            HandlerSettings settings,
            Handler handler,
            EpochClock clock,
            Consumer<Receipt> receipts,
            DeliverySigns signs) {
        this.name = settings.name();
        this.type = settings.type();
        this.enabled = settings.enabled();
        this.handler = handler;
        this.clock = clock;
        this.receipts = receipts;
        this.signs = signs;
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
        this.outbox = new Outbox(name, settings.deadLetterAfter(), backoff);
        this.stats = tally.stats(name, type, enabled, 0, OptionalLong.empty(), 0);
    }

    /**
     * Remembers what an earlier life has done. To be called before the first turn.
     *
     * @param told alerts whose beginning has arrived
     * @param waiting what is still to be sent, in order
     */
    public void restore(Collection<String> told, List<Notification> waiting) {
        outbox.told(told);
        inbox.addAll(waiting);
    }

    /**
     * Hands over what is to be sent. Any thread.
     *
     * @param notification what is in the journal already
     */
    public void hand(Notification notification) {
        inbox.add(notification);
    }

    /**
     * Lets it send, or not. What waits meanwhile is kept, in its order, and is sent when it may again; so is what is still handed
     * over. Whether anything new is decided for it is the router's business. What is being sent at this moment is not called back.
     * Any thread.
     *
     * @param allowed whether it may send
     */
    public void enabled(boolean allowed) {
        enabled = allowed;
    }

    /**
     * Tells how it is doing. Any thread.
     *
     * @return as of its last turn
     */
    public HandlerStats stats() {
        return stats;
    }

    @Override
    public long doWork(long now) {
        takeIn(now);
        if (enabled) {
            outbox.due(clock.nanos()).ifPresent(this::send);
        }
        show(clock.nanos());
        return now;
    }

    private void show(long now) {
        boolean sends = enabled;
        long next = sends ? outbox.nextDue() : Long.MAX_VALUE;
        OptionalLong nextTry = next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
        stats = tally.stats(name, type, sends, outbox.size() + inbox.size(), nextTry, now);
        String found = sends ? tally.condition(name, now) : "";
        if (!found.equals(condition)) {
            condition = found;
            signs.condition().accept(found);
        }
    }

    /** Waits for something new, but no longer than until something is to be tried again. */
    private void takeIn(long now) {
        try {
            long untilDue = enabled ? Math.max(0, outbox.nextDue() - now) : LONGEST_WAIT;
            long wait = Math.min(LONGEST_WAIT, untilDue);
            Notification next = inbox.poll(wait, TimeUnit.NANOSECONDS);
            while (next != null) {
                outbox.add(next, clock.nanos()).forEach(receipts);
                next = inbox.poll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Notification notification) {
        Outcome outcome = attempt(notification);
        long now = clock.nanos();
        tally.tried(outcome, now);
        signs.counters().tried(outcome);
        if (outcome instanceof Outcome.TryAgain again) {
            LOG.warn("{} did not take {}, trying again: {}", name, notification.key(), again.reason());
        }
        for (Receipt receipt : outbox.sent(notification, outcome, now)) {
            tally.done(receipt);
            if (receipt.fate().isDead()) {
                signs.counters().givenUp();
                LOG.error("{} is given up for {}: {}", receipt.key(), name, receipt.answer());
            }
            receipts.accept(receipt);
        }
    }

    // A defect in one handler, or one message that it stumbles over, must not end the others. What the exception says
    // goes to the
    // log and nowhere else: nobody has looked for secrets in it.
    private Outcome attempt(Notification notification) {
        try {
            return handler.send(notification);
        } catch (RuntimeException e) {
            LOG.error("a defect in handler {}; please report it with this line", name, e);
            return new Outcome.TryAgain(
                    "a defect in the handler: " + e.getClass().getSimpleName() + ", see the log", Optional.empty());
        }
    }

    @Override
    public void close() {
        handler.close();
    }
}
