package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;
import java.util.List;

/** Measures how long readers take to get, or be told of, everything that was acknowledged before a fault. */
final class Detection {

    private static final Duration GIVE_UP = Duration.ofSeconds(15);

    private final Ledger ledger;
    private final Ledger before;
    private final List<ReaderLog> logs;
    private final long since = System.nanoTime();
    private Duration found;

    Detection(Ledger ledger, List<ReaderLog> logs) {
        this.ledger = ledger;
        this.before = ledger.copy();
        this.logs = logs;
    }

    /** Waits until all is known, also of the records that a writer adds behind the fault. */
    void await(List<Supervised> children, int more, Tally tally) {
        int wanted = before.appended() + more;
        try {
            Await.until("all is read or told", GIVE_UP, () -> {
                children.forEach(Supervised::look);
                return isFound() && ledger.appended() >= wanted && allKnow(ledger);
            });
            tally.survived(found);
        } catch (AssertionError e) {
            tally.problem(e.getMessage() + (found == null ? "" : ", but what was before the fault is"));
        }
    }

    private boolean isFound() {
        if (found == null && allKnow(before)) {
            found = Duration.ofNanos(System.nanoTime() - since);
        }
        return found != null;
    }

    private boolean allKnow(Ledger records) {
        return logs.stream().allMatch(log -> log.missingSilently(records).isEmpty());
    }
}
