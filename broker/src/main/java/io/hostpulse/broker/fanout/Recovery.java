package io.hostpulse.broker.fanout;

import java.util.List;

/**
 * Whether everything is still there that a client missed.
 *
 * @param isComplete whether it is
 * @param reasons why not, one for each stream that is concerned
 */
public record Recovery(boolean isComplete, List<String> reasons) {

    /** A client may send a cursor with any number of streams. */
    private static final int MOST_REASONS = 32;

    /**
     * Makes one of what was found.
     *
     * @param reasons what cannot be had any more
     * @return complete when there is no reason
     */
    public static Recovery of(List<String> reasons) {
        return new Recovery(
                reasons.isEmpty(), reasons.stream().limit(MOST_REASONS).toList());
    }
}
