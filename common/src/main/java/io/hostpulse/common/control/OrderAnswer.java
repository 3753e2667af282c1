package io.hostpulse.common.control;

/**
 * What became of an order.
 *
 * @param refusal why it was not carried out, a sentence for people; empty when it was
 * @param result what came of it, for example the id of a new silence; may be empty
 */
public record OrderAnswer(String refusal, String result) {

    /**
     * Tells whether it was carried out.
     *
     * @return whether nothing was refused
     */
    public boolean isDone() {
        return refusal.isEmpty();
    }
}
