package io.hostpulse.tests.faults;

import io.hostpulse.common.queue.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What one reader found in all its lives. Thread-safe. */
final class ReaderLog implements Consumer<String> {

    private final Map<Long, String> seen = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> damages = new ArrayList<>();
    private final List<Long> outOfOrder = new ArrayList<>();
    private long previous;
    private int duplicates;
    private boolean held;

    @Override
    public synchronized void accept(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "seen" -> saw(Long.parseLong(words[1]), words[2]);
            case "gap" -> gaps.add(new Gap(Long.parseLong(words[1]), Long.parseLong(words[2])));
            case "damage" -> damages.add(line);
            case "held" -> held = true;
            default -> damages.add("not understood: " + line);
        }
    }

    synchronized void saw(long sequence, String token) {
        if (seen.put(sequence, token) != null) {
            duplicates++;
        } else if (sequence <= previous) {
            outOfOrder.add(sequence);
        }
        previous = sequence;
    }

    synchronized void missed(Gap gap) {
        gaps.add(gap);
    }

    synchronized void damaged(String what) {
        damages.add(what);
    }

    /** Acknowledged records that this reader never got, or got with the bytes of another. */
    synchronized List<Long> missing(Ledger ledger) {
        List<Long> missing = new ArrayList<>();
        ledger.acknowledged().forEach((sequence, token) -> {
            if (!token.equals(seen.get(sequence))) {
                missing.add(sequence);
            }
        });
        return missing;
    }

    /** The missing ones of which this reader was not told either. */
    synchronized List<Long> missingSilently(Ledger ledger) {
        return missing(ledger).stream()
                .filter(sequence -> gaps.stream().noneMatch(gap -> gap.first() <= sequence && sequence <= gap.last()))
                .toList();
    }

    synchronized int duplicates() {
        return duplicates;
    }

    synchronized List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    synchronized List<String> damages() {
        return List.copyOf(damages);
    }

    synchronized List<Long> outOfOrder() {
        return List.copyOf(outOfOrder);
    }

    synchronized boolean isHeld() {
        return held;
    }
}
