package io.hostpulse.broker.fanout;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/** What became of clients and messages, shown in the broker's mark file. Written by the loop's thread. */
public final class AudienceStats {

    private final Counter clients;
    private final Counter joined;
    private final Counter refused;
    private final Counter sent;
    private final Counter bytes;
    private final Counter skipped;
    private final Counter alerts;
    private final Counter closedSlow;
    private final Counter closedSilent;
    private final Counter closedWrong;
    private final LatencyHistogram latency;

    /**
     * Adds the counters to a mark file.
     *
     * @param mark the broker's mark file
     */
    public AudienceStats(ProcessMark mark) {
        clients = mark.counter("clients");
        joined = mark.counter("clients_joined_total");
        refused = mark.counter("clients_refused_total");
        sent = mark.counter("messages_sent_total");
        bytes = mark.counter("bytes_sent_total");
        skipped = mark.counter("messages_skipped_total");
        alerts = mark.counter("alerts_sent_total");
        closedSlow = mark.counter("clients_closed_slow_total");
        closedSilent = mark.counter("clients_closed_silent_total");
        closedWrong = mark.counter("clients_closed_wrong_total");
        latency = new LatencyHistogram(mark, "fanout");
    }

    void joined(int count) {
        joined.add(1);
        clients.set(count);
    }

    void left(int count) {
        clients.set(count);
    }

    void refused() {
        refused.add(1);
    }

    /** One broadcast is done: what it was for all clients together, and how long it took from the order to the last of them. */
    void broadcast(int messages, long bytesOfAll, int skippedClients, long nanos) {
        sent.add(messages);
        bytes.add(bytesOfAll);
        skipped.add(skippedClients);
        latency.add(nanos);
    }

    void alertSent() {
        alerts.add(1);
    }

    void closedSlow() {
        closedSlow.add(1);
    }

    void closedSilent() {
        closedSilent.add(1);
    }

    void closedWrong() {
        closedWrong.add(1);
    }
}
