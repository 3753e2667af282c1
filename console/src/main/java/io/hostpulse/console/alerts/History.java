package io.hostpulse.console.alerts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The alerts of a time, newest first. */
public final class History {

    private final List<Occurrence> occurrences;
    private final long leftOut;
    private final List<String> trouble;

    private History(List<Occurrence> occurrences, long leftOut, List<String> trouble) {
        this.occurrences = occurrences;
        this.leftOut = leftOut;
        this.trouble = List.copyOf(trouble);
    }

    /**
     * Looks through the journal.
     *
     * @param journal the journal
     * @param filter which alerts are wanted
     * @return what was found
     */
    public static History of(AlertJournal journal, HistoryFilter filter) {
        Occurrences found = new Occurrences(filter::takes);
        List<String> trouble = journal.read(found);
        List<Occurrence> newestFirst =
                new ArrayList<>(found.all().stream().filter(filter::takes).toList());
        Collections.reverse(newestFirst);
        return new History(newestFirst, found.leftOut(), trouble);
    }

    List<Occurrence> occurrences() {
        return List.copyOf(occurrences);
    }

    /** How many older ones there are besides. */
    long leftOut() {
        return leftOut;
    }

    /**
     * Tells what could not be read.
     *
     * @return sentences; nothing when all is well
     */
    public List<String> trouble() {
        return trouble;
    }
}
