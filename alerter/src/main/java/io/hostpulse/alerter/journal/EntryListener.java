package io.hostpulse.alerter.journal;

/** Takes what a journal tells, in its order. */
public interface EntryListener {

    /**
     * Takes the next entry.
     *
     * @param at when it happened, epoch nanoseconds
     * @param entry what happened
     */
    void onEntry(long at, Entry entry);

    /**
     * Learns that something is missing or cannot be understood; reading goes on behind it.
     *
     * @param what a sentence
     */
    void onTrouble(String what);
}
