package io.hostpulse.collector.source.network;

import io.hostpulse.collector.source.measure.Rate;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/** What one interface did between two reads, or why that is not known. */
final class Traffic {

    private static final Value JUST_APPEARED = new Value.Missing("the interface has appeared since the previous read");
    private static final Value NOT_COUNTED = new Value.Missing("this system does not count it");
    private static final Value NO_TIME_PASSED = new Value.Missing(Rate.NO_TIME_PASSED);
    private static final Value WENT_BACKWARDS = new Value.Missing(Rate.WENT_BACKWARDS);

    private final InterfaceCounters now;
    private final Optional<Counters> before;
    private final long nanos;
    private final boolean backwards;

    Traffic(InterfaceCounters now, Optional<Counters> before, long nanos) {
        this.now = now;
        this.before = before;
        this.nanos = nanos;
        this.backwards = before.isPresent() && now.counters().wentBackwardsSince(before.get());
    }

    String name() {
        return now.name();
    }

    boolean justAppeared() {
        return before.isEmpty();
    }

    boolean wentBackwards() {
        return backwards;
    }

    boolean counts(Counter counter) {
        return now.counters().reports(counter);
    }

    /** Only for an interface that neither appeared nor went backwards. */
    long grown(Counter counter) {
        return now.counters().get(counter) - before.orElseThrow().get(counter);
    }

    void addCounter(Fields.Builder fields, Counter counter) {
        fields.put(
                counter.field(),
                counts(counter) ? new Value.Whole(now.counters().get(counter)) : NOT_COUNTED);
    }

    void addRate(Fields.Builder fields, Counter counter) {
        fields.put(counter.rateField(), rate(counter));
    }

    private Value rate(Counter counter) {
        if (!counts(counter)) {
            return NOT_COUNTED;
        }
        if (before.isEmpty()) {
            return JUST_APPEARED;
        }
        if (nanos <= 0) {
            return NO_TIME_PASSED;
        }
        return backwards
                ? WENT_BACKWARDS
                : Rate.perSecond(before.get().get(counter), now.counters().get(counter), nanos);
    }
}
