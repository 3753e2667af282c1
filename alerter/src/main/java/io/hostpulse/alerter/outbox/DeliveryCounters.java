package io.hostpulse.alerter.outbox;

import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/**
 * Counts in the process's mark what all handlers together have done. One lock for all their threads: a counter of a mark has one
 * writer, and nobody holds it for longer than an addition takes.
 */
public final class DeliveryCounters {

    private final Counter sent;
    private final Counter failed;
    private final Counter dead;

    /**
     * Adds the counters to a mark.
     *
     * @param mark the process's
     */
    public DeliveryCounters(ProcessMark mark) {
        this.sent = mark.counter("notifications_sent_total");
        this.failed = mark.counter("notifications_failed_total");
        this.dead = mark.counter("notifications_dead_total");
    }

    synchronized void tried(Outcome outcome) {
        (outcome instanceof Outcome.Delivered ? sent : failed).add(1);
    }

    synchronized void givenUp() {
        dead.add(1);
    }
}
