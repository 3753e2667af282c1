package io.hostpulse.common.queue;

/** Hears what a stream's writer does besides writing. Called on the writer's thread. */
public interface Upkeep {

    /**
     * Records are not written for now, or are written again.
     *
     * @param condition why not, for a person; empty when all is well again
     */
    void onCondition(String condition);

    /** A record was not written; it got no number. */
    void onRefused();

    /**
     * A file of old records was removed.
     *
     * @param bytes its length
     */
    void onRemoved(long bytes);

    /**
     * A consumer lost records to the hard limit.
     *
     * @param overrun what was lost
     */
    void onOverrun(Overrun overrun);
}
