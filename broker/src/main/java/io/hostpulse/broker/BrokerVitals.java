package io.hostpulse.broker;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.AudienceStats;
import io.hostpulse.broker.feed.Board;
import io.hostpulse.broker.rest.endpoint.Vitals;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the threads are doing that everything depends on.
 *
 * @param board shows when the feed last looked at the streams
 * @param audience shows when the clients' loop last turned
 * @param stats what was sent
 * @param configured the streams that should be there
 */
record BrokerVitals(Board board, Audience audience, AudienceStats stats, Set<StreamName> configured) implements Vitals {

    /** A full disk or a long collection of garbage costs a second or two; whoever is stuck longer does not come back. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        note(troubles, "the feed", board.stuckFor());
        note(troubles, "the clients' thread", audience.stuckFor());
        return troubles;
    }

    private static void note(List<String> troubles, String who, long nanos) {
        if (nanos > LIMIT.toNanos()) {
            troubles.add(who + " has been stuck for " + Duration.ofNanos(nanos).toSeconds() + " s");
        }
    }

    @Override
    public Set<String> streams() {
        return configured.stream().map(StreamName::value).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Fields figures() {
        return stats.figures();
    }
}
