package io.hostpulse.broker.fanout;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;
import java.util.LinkedHashMap;
import java.util.Map;

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
    private final Map<String, Counter> shown = new LinkedHashMap<>();

    /**
     * Adds the counters to a mark file.
     *
     * @param mark the broker's mark file
     */
    public AudienceStats(ProcessMark mark) {
        clients = counter(mark, "clients");
        joined = counter(mark, "clients_joined_total");
        refused = counter(mark, "clients_refused_total");
        sent = counter(mark, "messages_sent_total");
        bytes = counter(mark, "bytes_sent_total");
        skipped = counter(mark, "messages_skipped_total");
        alerts = counter(mark, "alerts_sent_total");
        closedSlow = counter(mark, "clients_closed_slow_total");
        closedSilent = counter(mark, "clients_closed_silent_total");
        closedWrong = counter(mark, "clients_closed_wrong_total");
        latency = new LatencyHistogram(mark, "fanout");
    }

    private Counter counter(ProcessMark mark, String label) {
        Counter counter = mark.counter(label);
        shown.put(label, counter);
        return counter;
    }

    /**
     * Shows the counts of this moment. Any thread.
     *
     * @return numbers by their names in the mark file, the histogram's not among them
     */
    public Fields figures() {
        Fields.Builder figures = Fields.builder();
        shown.forEach((label, counter) -> figures.put(label, counter.get()));
        return figures.build();
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
