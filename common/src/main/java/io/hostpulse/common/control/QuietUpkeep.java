package io.hostpulse.common.control;

import io.hostpulse.common.queue.Overrun;
import io.hostpulse.common.queue.Upkeep;

/** An order that cannot be written is told to whoever places it; the rest is of no interest to people. */
final class QuietUpkeep implements Upkeep {

    @Override
    public void onCondition(String condition) {
        // The next order is refused with it.
    }

    @Override
    public void onRefused() {
        // The same.
    }

    @Override
    public void onRemoved(long bytes) {
        // Old orders are in the journal.
    }

    @Override
    public void onOverrun(Overrun overrun) {
        // The alerter tells of orders that it missed.
    }
}
