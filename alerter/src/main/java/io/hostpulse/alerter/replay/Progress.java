package io.hostpulse.alerter.replay;

/** Hears how far a replay is. */
@FunctionalInterface
public interface Progress {

    /**
     * Hears it; called for every thousand records or so.
     *
     * @param share from 0 to 1
     * @param time the time in the data that is reached, epoch nanoseconds
     */
    void at(double share, long time);
}
