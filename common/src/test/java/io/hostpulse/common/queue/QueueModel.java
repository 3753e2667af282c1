package io.hostpulse.common.queue;

import java.util.ArrayList;
import java.util.List;

/** What a stream should hold, as simple as it can be said: payloads by sequence, each with the second of its file. */
final class QueueModel {

    private record Entry(String payload, long second) {}

    private final List<Entry> entries = new ArrayList<>();
    private long oldest = 1;

    void append(String payload, long second) {
        entries.add(new Entry(payload, second));
    }

    /** Forgets the files of all seconds before one. */
    void prune(long second) {
        while (oldest <= newest() && entries.get((int) oldest - 1).second() < second) {
            oldest++;
        }
    }

    /** The seconds of which there is a file, oldest first. */
    List<Long> seconds() {
        return entries.subList((int) oldest - 1, entries.size()).stream()
                .map(Entry::second)
                .distinct()
                .toList();
    }

    long oldest() {
        return oldest;
    }

    long newest() {
        return entries.size();
    }

    String payload(long sequence) {
        return entries.get((int) sequence - 1).payload();
    }
}
