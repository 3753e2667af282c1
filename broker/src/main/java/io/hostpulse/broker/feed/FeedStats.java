package io.hostpulse.broker.feed;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/** What the feed has read and sent, shown in the broker's mark file. */
final class FeedStats {

    private final Counter records;
    private final Counter missing;
    private final Counter damages;
    private final Counter broadcasts;
    private final Counter incomplete;

    FeedStats(ProcessMark mark) {
        records = mark.counter("records_total");
        missing = mark.counter("records_missing_total");
        damages = mark.counter("damages_total");
        broadcasts = mark.counter("broadcasts_total");
        incomplete = mark.counter("broadcasts_incomplete_total");
    }

    void record() {
        records.add(1);
    }

    void missing(long count) {
        missing.add(count);
    }

    void damage() {
        damages.add(1);
    }

    void broadcast(boolean complete) {
        broadcasts.add(1);
        if (!complete) {
            incomplete.add(1);
        }
    }
}
