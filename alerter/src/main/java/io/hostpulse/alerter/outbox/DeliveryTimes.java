package io.hostpulse.alerter.outbox;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How long notifications took from the decision to send them until they arrived, in nanoseconds. Immutable.
 *
 * @param newest of the newest hundred at most, oldest first
 */
public record DeliveryTimes(List<Long> newest) {

    /** Nothing arrived yet. */
    public static final DeliveryTimes NONE = new DeliveryTimes(List.of());

    private static final int KEPT = 100;

    /** Copies the list. */
    public DeliveryTimes {
        newest = List.copyOf(newest);
    }

    DeliveryTimes and(long took) {
        int from = Math.max(0, newest.size() + 1 - KEPT);
        return new DeliveryTimes(
                Stream.concat(newest.stream().skip(from), Stream.of(took)).toList());
    }

    /**
     * Tells the newest one's.
     *
     * @return nanoseconds; empty when nothing arrived yet
     */
    public OptionalLong last() {
        return newest.isEmpty() ? OptionalLong.empty() : OptionalLong.of(newest.get(newest.size() - 1));
    }

    /**
     * Tells what is usual.
     *
     * @return nanoseconds, that half of them took at most; empty when nothing arrived yet
     */
    public OptionalLong median() {
        return newest.stream()
                .sorted()
                .skip(Math.max(0, (newest.size() - 1) / 2))
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /**
     * Tells the worst.
     *
     * @return nanoseconds; empty when nothing arrived yet
     */
    public OptionalLong longest() {
        return newest.stream().mapToLong(Long::longValue).max();
    }
}
