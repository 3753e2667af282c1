package io.hostpulse.tests.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the writers of one stream were told is safe: sequence and writer of each acknowledged record. Thread-safe. */
final class Ledger implements Consumer<String> {

    private final SortedMap<Long, String> acknowledged = new TreeMap<>();
    private final List<Long> usedTwice = new ArrayList<>();
    private int appended;
    private long lastAt;

    synchronized Ledger copy() {
        Ledger copy = new Ledger();
        copy.acknowledged.putAll(acknowledged);
        copy.appended = appended;
        return copy;
    }

    @Override
    public synchronized void accept(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("ack") && words.length == 3) {
            lastAt = System.nanoTime();
            appended++;
            long sequence = Long.parseLong(words[1]);
            if (acknowledged.put(sequence, words[2]) != null) {
                usedTwice.add(sequence);
            }
        }
    }

    synchronized SortedMap<Long, String> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    synchronized int count() {
        return acknowledged.size();
    }

    /** How many acknowledgements were heard; more than there are sequences when one was given twice. */
    synchronized int appended() {
        return appended;
    }

    /** When the newest acknowledgement was heard, on this JVM's clock of nanoseconds. */
    synchronized long lastAt() {
        return lastAt;
    }

    /** Sequences that were given to two records, so that readers take the second for the first. */
    synchronized List<Long> usedTwice() {
        return List.copyOf(usedTwice);
    }
}
