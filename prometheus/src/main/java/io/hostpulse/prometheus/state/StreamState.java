package io.hostpulse.prometheus.state;

import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.Optional;

/**
 * What is known of one stream.
 *
 * @param name the stream
 * @param interval the time between two records; zero when they come irregularly
 * @param newest its newest record
 * @param trouble why it cannot be read, or what keeps its writer from writing; empty when nothing is known to be wrong
 */
public record StreamState(String name, Duration interval, Optional<Sample> newest, Optional<String> trouble) {

    /** After this many intervals without a record, data is stale; the broker's messages count the same. */
    private static final int STALE_INTERVALS = 3;

    private static final String NO_REASON = "no reason given";

    /**
     * Tells whether its data can be relied on.
     *
     * @param now the present time, epoch nanoseconds
     * @return what is wrong, if anything is
     */
    public Condition condition(long now) {
        if (newest.isEmpty()) {
            return trouble.isPresent() ? Condition.UNREADABLE : Condition.EMPTY;
        }
        if (isStale(newest.get(), now)) {
            return Condition.STALE;
        }
        return switch (newest.get().kind()) {
            case OK -> Condition.OK;
            case UNAVAILABLE -> Condition.UNAVAILABLE;
            case FAILED -> Condition.FAILED;
        };
    }

    private boolean isStale(Sample sample, long now) {
        long limit = STALE_INTERVALS * interval.toNanos();
        return limit > 0 && now - sample.sampleTime() > limit;
    }

    /**
     * Tells why it has no data.
     *
     * @return the reason, for a person
     */
    public String reason() {
        return trouble.or(() -> newest.map(StreamState::reason)).orElse("nothing has been written yet");
    }

    private static String reason(Sample sample) {
        if (sample.kind() == RecordKind.OK) {
            return "no new record";
        }
        return sample.fields().get("reason").orElse(null) instanceof Value.Text text ? text.value() : NO_REASON;
    }
}
