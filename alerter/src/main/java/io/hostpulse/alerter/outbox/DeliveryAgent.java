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
    private final Handler handler;
    private final Outbox outbox;
    private final EpochClock clock;
    private final Consumer<Receipt> receipts;
    private final BlockingQueue<Notification> inbox = new LinkedBlockingQueue<>();

    /**
     * Prepares to send.
     *
     * @param settings the handler's settings
     * @param handler sends; closed with the agent
     * @param clock the time
     * @param receipts takes what is done with; called by this agent's thread
     */
    public DeliveryAgent(HandlerSettings settings, Handler handler, EpochClock clock, Consumer<Receipt> receipts) {
        this.name = settings.name();
        this.handler = handler;
        this.clock = clock;
        this.receipts = receipts;
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, RandomGenerator.getDefault());
        this.outbox = new Outbox(name, settings.deadLetterAfter(), backoff);
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

    @Override
    public long doWork(long now) {
        takeIn(now);
        Optional<Notification> due = outbox.due(clock.nanos());
        due.ifPresent(this::send);
        return now;
    }

    /** Waits for something new, but no longer than until something is to be tried again. */
    private void takeIn(long now) {
        try {
            long wait = Math.min(LONGEST_WAIT, Math.max(0, outbox.nextDue() - now));
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
        if (outcome instanceof Outcome.TryAgain again) {
            LOG.warn("{} did not take {}, trying again: {}", name, notification.key(), again.reason());
        }
        for (Receipt receipt : outbox.sent(notification, outcome, clock.nanos())) {
            if (receipt.fate().isDead()) {
                LOG.error("{} is given up for {}: {}", receipt.key(), name, receipt.answer());
            }
            receipts.accept(receipt);
        }
    }

    // A defect in one handler, or one message that it stumbles over, must not end the others.
    private Outcome attempt(Notification notification) {
        try {
            return handler.send(notification);
        } catch (RuntimeException e) {
            LOG.error("a defect in handler {}; please report it with this line", name, e);
            return new Outcome.TryAgain(e.toString(), Optional.empty());
        }
    }

    // A handler that was closed while others go on must not end them either.
    @Override
    public void close() {
        try {
            handler.close();
        } catch (RuntimeException e) {
            LOG.error("a defect in handler {}; please report it with this line", name, e);
        }
    }
}
