package io.hostpulse.broker.fanout;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/** What became of the messages, shown in the broker's mark file. Written by the loop's thread. */
public final class AudienceStats {

    private final Counter clients;
    private final Counter sent;
    private final Counter skipped;
    private final Counter closedSlow;

    /**
     * Adds the counters to a mark file.
     *
     * @param mark the broker's mark file
     */
    public AudienceStats(ProcessMark mark) {
        clients = mark.counter("clients");
        sent = mark.counter("messages_sent_total");
        skipped = mark.counter("messages_skipped_total");
        closedSlow = mark.counter("clients_closed_slow_total");
    }

    void clients(int count) {
        clients.set(count);
    }

    void sent() {
        sent.add(1);
    }

    void skipped() {
        skipped.add(1);
    }

    void closedSlow() {
        closedSlow.add(1);
    }
}
