package io.hostpulse.common.queue;

import io.hostpulse.common.codec.RecordView;

/** Takes what a tail finds, in the order of the stream and on the tail's thread. */
public interface TailListener {

    /**
     * Takes the next record.
     *
     * @param record the record; valid only during this call
     */
    void onRecord(RecordView record);

    /**
     * Learns that records are missing; called before the record that follows them.
     *
     * @param gap what is missing
     */
    void onGap(Gap gap);

    /**
     * Learns that bytes are damaged; reading goes on behind them.
     *
     * @param damage where and why
     */
    void onDamage(Damage damage);
}
