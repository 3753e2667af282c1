package io.hostpulse.broker.subscription;

import java.util.List;

/**
 * What a client wants to be sent, in a normal form: clients whose subscriptions are equal share every message.
 *
 * @param streams the streams that are wanted whole, names or globs, sorted
 * @param except names of streams that are left out although a glob fits, sorted
 * @param fields the ways to single fields, each beginning with a stream's name or a glob, sorted
 * @param every one message for so many ticks of the broker, at least 1
 * @param keyEvery between two full messages come so many less one with the differences; 0 when all are to be full
 */
public record Subscription(List<String> streams, List<String> except, List<String> fields, int every, int keyEvery) {

    /** Sorts, and drops what comes twice. */
    public Subscription {
        streams = streams.stream().sorted().distinct().toList();
        except = except.stream().sorted().distinct().toList();
        fields = fields.stream().sorted().distinct().toList();
    }

    /**
     * What a client is sent that has not said what it wants.
     *
     * @param except the streams that are sent to nobody who did not ask for them
     * @return the subscription
     */
    public static Subscription unasked(List<String> except) {
        return new Subscription(List.of("*"), except, List.of(), 1, 0);
    }

    /**
     * Tells whether messages hold differences.
     *
     * @return whether there are key frames and differences
     */
    public boolean isDelta() {
        return keyEvery > 0;
    }

    /**
     * Tells whether single records may be left out.
     *
     * @return whether only the newest of each stream is wanted at each interval
     */
    public boolean isSampledDown() {
        return every > 1;
    }
}
