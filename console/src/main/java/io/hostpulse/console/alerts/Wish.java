package io.hostpulse.console.alerts;

import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import java.util.function.UnaryOperator;

/**
 * Something that a person wants of the alerter.
 *
 * @param action what to do
 * @param arguments what belongs to it
 * @param what it in a few words, for example {@code acknowledge 5f2c81d0a9e4 (memory)}
 * @param done says that it was done, given its result, which may be empty
 */
public record Wish(ControlAction action, Fields arguments, String what, UnaryOperator<String> done) {

    /**
     * Wants something whose result says nothing.
     *
     * @param action what to do
     * @param arguments what belongs to it
     * @param what it in a few words
     * @param done says that it was done
     * @return the wish
     */
    public static Wish of(ControlAction action, Fields arguments, String what, String done) {
        return new Wish(action, arguments, what, result -> done);
    }
}
