package io.hostpulse.alerter.route;

import io.hostpulse.alerter.notify.Notification;
import java.util.List;
import java.util.OptionalLong;

/**
 * What came of a step. First write down what is to be remembered, together with the notifications; then hand them out.
 *
 * @param dispatches what to hand out, in this order
 * @param unsent what was not handed out, each once, to be counted
 * @param remembered what changed in the router's memory, in this order
 * @param again when to ask the router again if nothing happens before, epoch nanoseconds; absent when there is nothing to wait
 *     for
 */
public record Decision(
        List<Dispatch> dispatches, List<Unsent> unsent, List<Remembered> remembered, OptionalLong again) {

    /** Copies the lists. */
    public Decision {
        dispatches = List.copyOf(dispatches);
        unsent = List.copyOf(unsent);
        remembered = List.copyOf(remembered);
    }

    /**
     * A notification for a handler.
     *
     * @param handler who sends it
     * @param notification what to send
     */
    public record Dispatch(String handler, Notification notification) {}

    /**
     * An alert of which a handler was not told, or not yet.
     *
     * @param handler who
     * @param alert the alert's id
     * @param reason why
     */
    public record Unsent(String handler, String alert, Reason reason) {}
}
