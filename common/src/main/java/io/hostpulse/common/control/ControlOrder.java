package io.hostpulse.common.control;

import io.hostpulse.common.model.Fields;

/**
 * What a person asks of the alerter.
 *
 * @param at when, epoch nanoseconds
 * @param by who, as far as is known: a user of this machine, or who the broker took it from
 * @param action what to do; an order with an action that nobody knows is refused, so that it is answered too
 * @param arguments what belongs to it
 */
public record ControlOrder(long at, String by, String action, Fields arguments) {

    /** A note or a comment is not longer, in bytes of UTF-8. */
    public static final int MAX_TEXT = 4096;

    /** No order is longer as it is written, in bytes: everything in it besides texts is short. */
    public static final int MAX_LENGTH = 64 * 1024;

    /**
     * Asks for one of the known actions.
     *
     * @param at when, epoch nanoseconds
     * @param by who
     * @param action what to do
     * @param arguments what belongs to it
     * @return the order
     */
    public static ControlOrder of(long at, String by, ControlAction action, Fields arguments) {
        return new ControlOrder(at, by, action.label(), arguments);
    }
}
