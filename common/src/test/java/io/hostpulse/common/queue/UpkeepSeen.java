package io.hostpulse.common.queue;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a writer told about its upkeep. */
final class UpkeepSeen implements Upkeep {
    final List<String> conditions = new ArrayList<>();
    final List<Overrun> overruns = new ArrayList<>();
    int refused;
    int removed;

    @Override
    public void onCondition(String condition) {
        conditions.add(condition);
    }

    @Override
    public void onRefused() {
        refused++;
    }

    @Override
    public void onRemoved(long bytes) {
        removed++;
    }

    @Override
    public void onOverrun(Overrun overrun) {
        overruns.add(overrun);
    }
}
