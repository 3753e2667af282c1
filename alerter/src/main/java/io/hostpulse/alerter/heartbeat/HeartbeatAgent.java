package io.hostpulse.alerter.heartbeat;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers beats on a thread of its own, as handlers deliver notifications: a watchdog that hangs delays nobody. Only the newest one
 * counts, and it is tried until it proves nothing any more.
 */
final class HeartbeatAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatAgent.class);

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();
    private static final long LOOK_INTERVAL = Duration.ofMillis(200).toNanos();

    private final Function<Beat, Outcome> watchdog;
    private final Runnable closing;
    private final ProcessMark mark;
    private final Counter sent;
    private final Counter failed;
    private final AtomicReference<Beat> newest = new AtomicReference<>();
    private Beat current;
    private boolean isOpen;
    private long nextTry;
    private String lastError = "";
    private String told = "";

    /**
     * Prepares to send.
     *
     * @param watchdog sends one
     * @param closing releases what sends
     * @param mark where counts and failures are shown
     */
    HeartbeatAgent(Function<Beat, Outcome> watchdog, Runnable closing, ProcessMark mark) {
        this.watchdog = watchdog;
        this.closing = closing;
        this.mark = mark;
        this.sent = mark.counter("heartbeats_sent_total");
        this.failed = mark.counter("heartbeats_failed_total");
    }

    /** Hands over a beat, which takes the place of the one before. Any thread. */
    void hand(Beat beat) {
        newest.set(beat);
    }

    @Override
    public long doWork(long now) {
        Beat beat = newest.get();
        if (beat != current) {
            giveUp();
            current = beat;
            isOpen = true;
            nextTry = now;
        }
        if (isOpen && current.isOver(now)) {
            giveUp();
        }
        if (isOpen && now >= nextTry) {
            send(current, now);
        }
        return now + LOOK_INTERVAL;
    }

    private void giveUp() {
        if (isOpen) {
            isOpen = false;
            tell("the heartbeat does not arrive: " + lastError);
        }
    }

    private void send(Beat beat, long now) {
        Outcome outcome = watchdog.apply(beat);
        if (outcome instanceof Outcome.Delivered) {
            arrived(beat);
        } else if (outcome instanceof Outcome.TryAgain again) {
            failed.add(1);
            lastError = again.reason();
            nextTry = now + Math.max(PAUSE, again.after().map(Duration::toNanos).orElse(0L));
        } else if (outcome instanceof Outcome.Refused refused) {
            // The next one may be taken, when somebody has put it right over there.
            failed.add(1);
            lastError = refused.reason();
            giveUp();
        }
    }

    private void arrived(Beat beat) {
        isOpen = false;
        if (beat.isWell()) {
            sent.add(1);
        }
        tell("");
    }

    private void tell(String condition) {
        if (!told.equals(condition)) {
            told = condition;
            mark.condition(condition);
            LOG.info("{}", condition.isEmpty() ? "the heartbeat arrives again" : condition);
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
