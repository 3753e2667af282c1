package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/**
 * The sum over the interfaces given. One that just appeared has no part in it yet; one whose counters went backwards makes the
 * sum unknown, because leaving it out would show as a dip.
 */
final class TotalTraffic {

    private static final Value NOTHING_COMPARED =
            new Value.Missing("no interface but loopback was there both at this read and at the previous one");

    private final List<Traffic> interfaces;
    private final long nanos;

    TotalTraffic(List<Traffic> interfaces, long nanos) {
        this.interfaces = interfaces;
        this.nanos = nanos;
    }

    void addTo(Fields.Builder fields) {
        for (Counter counter : Counter.values()) {
            fields.put(counter.rateField(), total(counter));
        }
    }

    private Value total(Counter counter) {
        long sum = 0;
        int compared = 0;
        for (Traffic traffic : interfaces) {
            if (!traffic.counts(counter)) {
                return new Value.Missing("this system does not count it");
            }
            if (traffic.wentBackwards()) {
                return new Value.Missing(traffic.name() + ": " + Rate.WENT_BACKWARDS);
            }
            if (!traffic.justAppeared()) {
                compared++;
                sum += traffic.grown(counter);
            }
        }
        return compared == 0 ? NOTHING_COMPARED : Rate.perSecond(0, sum, nanos);
    }
}
