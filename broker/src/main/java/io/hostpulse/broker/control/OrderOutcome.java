package io.hostpulse.broker.control;

/** What became of an order. */
public sealed interface OrderOutcome {

    /**
     * It was carried out.
     *
     * @param sequence its number
     * @param result what came of it, for example the id of a new silence; may be empty
     */
    record Done(long sequence, String result) implements OrderOutcome {}

    /**
     * The alerter will not.
     *
     * @param sequence its number
     * @param refusal why, a sentence for people
     */
    record Refused(long sequence, String refusal) implements OrderOutcome {}

    /**
     * The alerter has not answered yet; it will carry the order out when it can.
     *
     * @param sequence its number
     */
    record Unanswered(long sequence) implements OrderOutcome {}

    /**
     * It was not placed.
     *
     * @param reason why, a sentence for people
     */
    record Unplaced(String reason) implements OrderOutcome {}
}
