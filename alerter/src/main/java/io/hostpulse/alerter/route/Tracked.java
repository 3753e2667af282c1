package io.hostpulse.alerter.route;

import io.hostpulse.common.alert.Alert;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One occurrence of an alert, until every handler knows that it is over.
 *
 * @param alert as it stands
 * @param lastOn as it was when it was last on
 * @param openSince since when somebody may be told of it: the first moment that it was neither silenced nor inhibited, epoch
 *     nanoseconds; absent when there was none yet
 * @param heldBy the silence whose summary will name it
 * @param standings how far each handler is with it
 */
record Tracked(
        Alert alert, Alert lastOn, OptionalLong openSince, Optional<String> heldBy, Map<String, Standing> standings)
        implements Remembered {

    Tracked {
        standings = Collections.unmodifiableMap(new TreeMap<>(standings));
    }

    static Tracked begin(Alert alert) {
        return new Tracked(alert, alert, OptionalLong.empty(), Optional.empty(), Map.of());
    }

    static String key(String id) {
        return "alert/" + id;
    }

    @Override
    public String key() {
        return key(alert.id());
    }

    boolean isOver() {
        return !alert.isActive();
    }

    Standing standing(String handler) {
        return standings.getOrDefault(handler, Standing.NEW);
    }

    /** The same occurrence may come back, as flapping ones do: then what was done counts no more, and it opens anew. */
    Tracked changed(Alert newer) {
        Map<String, Standing> kept = new TreeMap<>(standings);
        boolean again = newer.isActive() && isOver() && kept.values().removeIf(Standing::done);
        return new Tracked(
                newer, newer.isActive() ? newer : lastOn, again ? OptionalLong.empty() : openSince, heldBy, kept);
    }

    Tracked open(long since) {
        return new Tracked(alert, lastOn, OptionalLong.of(since), heldBy, standings);
    }

    Tracked with(String handler, Standing standing) {
        Map<String, Standing> changed = new TreeMap<>(standings);
        changed.put(handler, standing);
        return new Tracked(alert, lastOn, openSince, heldBy, changed);
    }

    Tracked heldBy(Optional<String> silence) {
        return new Tracked(alert, lastOn, openSince, silence, standings);
    }
}
