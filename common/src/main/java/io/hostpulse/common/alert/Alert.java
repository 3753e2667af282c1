package io.hostpulse.common.alert;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One alert as it stands at a moment. Immutable; every change makes a new one of the same id.
 *
 * @param id names this occurrence, see {@link AlertKey#id}
 * @param key the rule and what it matched
 * @param component what is affected: the stream, for example {@code memory}
 * @param metric which value of it, for example {@code percentage}, or what the rule calls it
 * @param level how bad it is now
 * @param state where it stands
 * @param measured its numbers
 * @param message a sentence for people, for example {@code High memory usage: 85.5% (threshold: 80.0%)}
 * @param since when it began to fire, epoch nanoseconds; before that, when it became pending
 * @param updated when this changed last, epoch nanoseconds
 * @param resolved when it was over, epoch nanoseconds
 * @param flapping whether it comes and goes so often that single changes are not told
 * @param acknowledged who takes care of it
 * @param notes what people said about it, oldest first
 * @param labels what the rule says about it, for routing and filters
 */
public record Alert(
        String id,
        AlertKey key,
        String component,
        String metric,
        AlertLevel level,
        AlertState state,
        Measured measured,
        String message,
        long since,
        long updated,
        OptionalLong resolved,
        boolean flapping,
        Optional<Note> acknowledged,
        List<Note> notes,
        Map<String, String> labels) {

    /** Copies the collections; labels are sorted. */
    public Alert {
        notes = List.copyOf(notes);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    }

    /**
     * Tells whether it is on, acknowledged or not.
     *
     * @return whether it is neither pending nor over
     */
    public boolean isActive() {
        return state == AlertState.FIRING || state == AlertState.ACKNOWLEDGED;
    }

    /**
     * Tells for how long it has been on.
     *
     * @param now the present time, epoch nanoseconds
     * @return nanoseconds from its beginning to its end, or to now; never negative
     */
    public long duration(long now) {
        return Math.max(0, resolved.orElse(now) - since);
    }
}
