package io.hostpulse.alerter;

import io.hostpulse.common.process.Counter;
import io.hostpulse.common.process.ProcessMark;

/**
 * The process's own counters, and one of several reasons why it does not do its work.
 *
 * @param counters where counters are shown
 * @param conditions where the reason is shown
 */
record MarkPart(ProcessMark counters, ProcessMark conditions) implements ProcessMark {

    @Override
    public Counter counter(String label) {
        return counters.counter(label);
    }

    @Override
    public void condition(String condition) {
        conditions.condition(condition);
    }
}
