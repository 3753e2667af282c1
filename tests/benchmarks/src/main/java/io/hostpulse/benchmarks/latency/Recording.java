package io.hostpulse.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;

/** What one client received inside a window. */
final class Recording {

    private final Window window;
    private final List<Receipt> receipts = new ArrayList<>();

    /**
     * A message that came.
     *
     * @param message what was received
     * @param latency nanoseconds from the moment it is about to its receipt
     */
    record Receipt(Message message, long latency) {}

    Recording(Window window) {
        this.window = window;
    }

    void add(Message message, long receipt) {
        if (window.holds(message.sampleTime())) {
            receipts.add(new Receipt(message, receipt - message.sampleTime()));
        }
    }

    List<Receipt> receipts() {
        return receipts;
    }

    /** Ticks left out between the first and the last message. */
    long gaps() {
        long gaps = 0;
        for (int i = 1; i < receipts.size(); i++) {
            gaps += receipts.get(i).message().tick()
                    - receipts.get(i - 1).message().tick()
                    - 1;
        }
        return gaps;
    }
}
