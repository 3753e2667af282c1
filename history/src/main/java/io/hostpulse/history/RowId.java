package io.hostpulse.history;

/**
 * Two numbers in the key of a row: what comes first in time comes first in the table. A row with a short integer key may fill
 * its page, which one with a key of two columns may not.
 */
final class RowId {

    static final int SERIES_BITS = 24;

    /** Above this there are no numbers left: with a thousand new names a day that is in 45 years. */
    static final int MAX_SERIES = (1 << SERIES_BITS) - 1;

    private RowId() {}

    static long of(long major, int series) {
        return major << SERIES_BITS | series;
    }

    /** The first key of a block or an hour. */
    static long first(long major) {
        return major << SERIES_BITS;
    }

    static long major(long id) {
        return id >> SERIES_BITS;
    }

    static int series(long id) {
        return (int) (id & MAX_SERIES);
    }
}
