package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.route.Remembered;
import io.hostpulse.alerter.silence.Silence;
import io.hostpulse.alerter.silence.Silences;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes what people have set once more, every day and at every start: old files of the journal are removed, and a threshold or a
 * recurring silence is to hold for years. Used by the journal's thread.
 */
final class LongMemory {

    private static final long INTERVAL = Duration.ofDays(1).toNanos();

    /** No silence is longer than an order, so these fit into one entry. */
    private static final int MOST_AT_ONCE = 100;

    private final Journal journal;
    private final Supplier<Silences> silences;
    private long next;

    LongMemory(Journal journal, Supplier<Silences> silences) {
        this.journal = journal;
        this.silences = silences;
    }

    void work(long now) {
        if (now >= next || next - now > 2 * INTERVAL) {
            next = now + INTERVAL;
            journal.memory().adjustments().all().ifPresent(all -> journal.write(now, all));
            List<Silence> made = silences.get().made();
            for (int from = 0; from < made.size(); from += MOST_AT_ONCE) {
                journal.write(now, again(made.subList(from, Math.min(made.size(), from + MOST_AT_ONCE))));
            }
        }
    }

    private static Entry again(List<Silence> silences) {
        List<Remembered> records =
                silences.stream().<Remembered>map(Remembered.StoredSilence::new).toList();
        return new Entry.Routed(records, List.of());
    }
}
