package io.hostpulse.tests.faults;

import io.hostpulse.testkit.Await;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has arrived at the far end: which key how often, and under which keys each switch was told on and off. Thread-safe. */
final class Deliveries {

    private final Map<String, Integer> keys = new TreeMap<>();
    private final Map<String, Set<String>> tellings = new TreeMap<>();
    private final Map<String, Long> arrivals = new TreeMap<>();

    /** One switch as it stands in a notification. */
    record Telling(String name, boolean on) {
        @Override
        public String toString() {
            return name + (on ? " on" : " off");
        }
    }

    synchronized void arrived(String key, Set<Telling> about, long epochNanos) {
        keys.merge(key, 1, Integer::sum);
        for (Telling telling : about) {
            tellings.computeIfAbsent(telling.toString(), first -> new TreeSet<>())
                    .add(key);
            arrivals.putIfAbsent(telling.toString(), epochNanos);
        }
    }

    synchronized boolean has(Telling telling) {
        return tellings.containsKey(telling.toString());
    }

    /** When it first arrived, epoch nanoseconds. */
    synchronized long arrival(Telling telling) {
        return arrivals.get(telling.toString());
    }

    void await(Telling telling, Duration limit) {
        Await.until(telling + " is told", limit, () -> has(telling));
    }

    /** How many arrivals were of a key that had arrived before. */
    synchronized int repeated() {
        return keys.values().stream().mapToInt(count -> count - 1).sum();
    }

    /** What was told under more than one key, so that its receiver cannot know that it is the same. */
    synchronized Map<String, Set<String>> underSeveralKeys() {
        Map<String, Set<String>> several = new TreeMap<>(tellings);
        several.values().removeIf(found -> found.size() == 1);
        return several;
    }
}
