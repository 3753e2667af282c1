package io.hostpulse.common.queue.care;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Some of a file's records, spread evenly, with the first and the last among them. Not thread-safe. */
final class SequenceSamples {

    private static final int MOST = 32;

    private final List<Sample> kept = new ArrayList<>();
    private long stride = 1;
    private Sample last = new Sample(-1, 0);

    /**
     * One record.
     *
     * @param ordinal how many stand before it in the file
     * @param sequence its number
     */
    record Sample(long ordinal, long sequence) {}

    void add(long sequence) {
        last = new Sample(last.ordinal() + 1, sequence);
        if (last.ordinal() % stride == 0) {
            kept.add(last);
        }
        if (kept.size() > MOST) {
            stride *= 2;
            kept.removeIf(sample -> sample.ordinal() % stride != 0);
        }
    }

    /** Gives them backwards: Chronicle walks to a record a little ahead of it, and uses the index only for going back. */
    List<Sample> backwards() {
        List<Sample> all = new ArrayList<>(kept);
        if (!all.contains(last) && last.ordinal() >= 0) {
            all.add(last);
        }
        Collections.reverse(all);
        return all;
    }
}
