package io.hostpulse.alerter.replay;

import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.EntryListener;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.route.Remembered;
import io.hostpulse.alerter.route.RoutingEvent;
import io.hostpulse.alerter.rule.ResolveReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads from the journal what really happened in a period. Not thread-safe. */
final class RealityReader implements EntryListener {

    /** What people did in 90 days, which is as long as a journal is kept. */
    private static final int MOST_DEEDS = 100_000;

    private static final int MOST_TROUBLES = 20;

    private final Period period;
    private final Occurrences occurrences;
    private final List<Deed> deeds = new ArrayList<>();
    private final Map<String, String> silences = new HashMap<>();
    private final List<String> troubles = new ArrayList<>();
    private long notifications;

    private RealityReader(Period period) {
        this.period = period;
        this.occurrences = new Occurrences(period);
    }

    static Reality read(Path journal, Period period) {
        RealityReader reader = new RealityReader(period);
        Journal.read(journal, reader);
        return new Reality(
                reader.occurrences.all(),
                reader.deeds,
                reader.notifications,
                reader.troubles,
                reader.occurrences.leftOut());
    }

    @Override
    public void onEntry(long at, Entry entry) {
        if (entry instanceof Entry.Changed changed) {
            changed(at, changed);
        } else if (entry instanceof Entry.Routed routed) {
            notifications += period.contains(at) ? routed.dispatches().size() : 0;
            routed.remembered().forEach(record -> silenced(at, record));
        }
    }

    // An entry is written a moment after the sample that it is about, or much later by an alerter that was away.
    private void changed(long at, Entry.Changed changed) {
        if (changed.alert().updated() <= period.to()) {
            occurrences.take(changed.alert(), changed.reason());
            deed(at, changed);
        }
    }

    private void deed(long at, Entry.Changed changed) {
        if (changed.event().equals("acknowledged")) {
            changed.alert()
                    .acknowledged()
                    .ifPresent(note ->
                            add(new Deed.Acknowledged(at, changed.alert().key(), note)));
        } else if (changed.reason().equals(ResolveReason.BY_HAND.text())) {
            add(new Deed.Resolved(at, changed.alert().key()));
        }
    }

    private void silenced(long at, Remembered record) {
        if (record instanceof Remembered.StoredSilence stored) {
            silences.put(stored.key(), stored.silence().id());
            add(new Deed.Silenced(at, new RoutingEvent.SilenceSet(stored.silence())));
        } else if (record instanceof Remembered.Forgotten && silences.containsKey(record.key())) {
            add(new Deed.Silenced(at, new RoutingEvent.SilenceDeleted(silences.remove(record.key()))));
        }
    }

    private void add(Deed deed) {
        if (deeds.size() < MOST_DEEDS) {
            deeds.add(deed);
        }
    }

    @Override
    public void onTrouble(String what) {
        if (troubles.size() < MOST_TROUBLES) {
            troubles.add(what);
        }
    }
}
