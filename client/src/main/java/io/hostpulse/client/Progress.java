package io.hostpulse.client;

import io.hostpulse.client.message.Position;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.StreamState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far this client has come, over all its connections. The loop's thread. */
final class Progress {

    private final boolean isResuming;
    private final Map<String, Position.Place> seen = new HashMap<>();
    private Optional<String> since;

    Progress(Subscription subscription) {
        isResuming = subscription.isResuming();
        since = subscription.since();
        subscription.position().ifPresent(position -> seen.putAll(position.seen()));
    }

    /** Where the next connection begins. */
    Optional<String> since() {
        return since;
    }

    /** Tells which streams of a snapshot are new, and remembers them. */
    Snapshot take(Snapshot snapshot) {
        Set<String> fresh = new HashSet<>();
        snapshot.streams().forEach((stream, state) -> {
            if (isNew(stream, state)) {
                fresh.add(stream);
            }
        });
        if (isResuming && snapshot.cursor().isPresent()) {
            since = snapshot.cursor();
        } else if (!isResuming) {
            since = Optional.empty();
        }
        return snapshot.seenAs(fresh, snapshot.cursor().map(cursor -> new Position(cursor, seen)));
    }

    private boolean isNew(String stream, StreamState state) {
        Position.Place place = new Position.Place(state.sequence(), state.timestamp());
        return !place.equals(seen.put(stream, place));
    }
}
