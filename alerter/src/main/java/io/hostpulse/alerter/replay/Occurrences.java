package io.hostpulse.alerter.replay;

import io.hostpulse.common.alert.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the alerts of a period from their changes, at most {@value #MOST}. Not thread-safe. */
final class Occurrences {

    /** Nobody reads more; rules that raise so many are wrong, and memory must not grow with the period. */
    static final int MOST = 10_000;

    private final Period period;
    private final Map<String, Occurrence> open = new LinkedHashMap<>();
    private final List<Occurrence> over = new ArrayList<>();
    private long leftOut;

    Occurrences(Period period) {
        this.period = period;
    }

    /** Learns how an alert stands now, and when it is over, why. */
    void take(Alert alert, String reason) {
        Occurrence known = open.get(alert.id());
        Occurrence now = known == null ? Occurrence.of(alert, reason) : known.then(alert, reason);
        if (alert.isActive()) {
            open.put(alert.id(), now);
            return;
        }
        open.remove(alert.id());
        if (now.touches(period) && over.size() < MOST) {
            over.add(now);
        } else if (now.touches(period)) {
            leftOut++;
        }
    }

    /** Lists those that were on in the period, by their beginning. */
    List<Occurrence> all() {
        List<Occurrence> all = new ArrayList<>(over);
        open.values().stream().filter(one -> one.touches(period)).forEach(all::add);
        all.sort(Occurrence.BY_TIME);
        return all;
    }

    /** How many there were beyond the most that are kept. */
    long leftOut() {
        return leftOut;
    }
}
