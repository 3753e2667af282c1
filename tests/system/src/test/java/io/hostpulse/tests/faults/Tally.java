package io.hostpulse.tests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What one kind of fault has cost. Filled by one thread. */
final class Tally {

    private final List<Duration> times = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int injected;
    private int survived;
    private long acknowledged;
    private long lost;
    private long duplicates;

    void injected() {
        injected++;
    }

    /** Work goes on after everything injected so far. */
    void survived(Duration time) {
        survived = injected;
        times.add(time);
    }

    /** As {@link #survived(Duration)}, where there is no time worth telling. */
    void survived() {
        survived = injected;
    }

    void read(Ledger ledger, List<Long> missing) {
        acknowledged += ledger.count();
        lost += missing.size();
        if (!missing.isEmpty()) {
            problems.add("lost " + abbreviated(missing) + " of 1-" + ledger.count());
        }
        if (!ledger.usedTwice().isEmpty()) {
            problems.add("sequences given twice: " + abbreviated(ledger.usedTwice()));
        }
    }

    /** Alerts that had to be told, and those of them of which nobody heard. */
    void told(long expected, List<String> missing) {
        acknowledged += expected;
        lost += missing.size();
        if (!missing.isEmpty()) {
            problems.add("never told: " + missing);
        }
    }

    /** Records that had to be in a sink's files, and those of them that are in none. */
    void exported(String sink, long expected, List<Long> missing) {
        acknowledged += expected;
        lost += missing.size();
        if (!missing.isEmpty()) {
            problems.add(sink + " lost " + abbreviated(missing) + " of 1-" + expected);
        }
    }

    private static String abbreviated(List<Long> sequences) {
        return sequences.size() < 8
                ? sequences.toString()
                : sequences.get(0) + " … " + sequences.get(sequences.size() - 1) + " (" + sequences.size() + ")";
    }

    void duplicates(long count) {
        duplicates += count;
    }

    /** Something that must not be, in words. */
    void problem(String what) {
        problems.add(what);
    }

    /** Something worth knowing. */
    void note(String what) {
        notes.add(what);
    }

    Outcome outcome(String kind, Goal goal, int patience) {
        return new Outcome(
                kind,
                goal,
                patience,
                injected,
                survived,
                acknowledged,
                lost,
                duplicates,
                times.stream().sorted().toList(),
                List.copyOf(problems),
                List.copyOf(notes));
    }
}
