package io.hostpulse.broker.subscription;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who have the same subscription: each message is composed, and compressed, once for all of them. What is here is all that the
 * feed needs to know of them. Thread-safe.
 */
public final class Group {

    private final Subscription subscription;
    private final Selection selection;
    private final AtomicInteger members = new AtomicInteger();
    private final AtomicInteger compressing = new AtomicInteger();
    private volatile boolean wantsKey;
    private volatile Optional<Cut> latest = Optional.empty();

    Group(Subscription subscription) {
        this.subscription = subscription;
        this.selection = new Selection(subscription);
    }

    /**
     * Tells what its members want.
     *
     * @return their common subscription
     */
    public Subscription subscription() {
        return subscription;
    }

    /**
     * Tells which streams its members want.
     *
     * @return the streams, and what of each
     */
    public Selection selection() {
        return selection;
    }

    /** Counts one member more or less. */
    int count(int change) {
        return members.addAndGet(change);
    }

    /**
     * Tells whether there is anybody to compose for.
     *
     * @return whether it has members
     */
    public boolean isEmpty() {
        return members.get() == 0;
    }

    /**
     * Notes that members with compression have come or gone.
     *
     * @param change how many more
     */
    public void countCompressing(int change) {
        compressing.addAndGet(change);
    }

    /**
     * Tells whether anybody can read compressed messages.
     *
     * @return whether it is worth the work
     */
    public boolean isCompressing() {
        return compressing.get() > 0;
    }

    /** Asks for a full message: somebody has nothing that a difference could be put into. */
    public void wantKey() {
        wantsKey = true;
    }

    /**
     * Takes the wish for a full message, which is thereby fulfilled. Feed's thread.
     *
     * @return whether there was one
     */
    public boolean takeKeyWish() {
        boolean wanted = wantsKey;
        wantsKey = false;
        return wanted;
    }

    /**
     * Notes the newest message. Feed's thread.
     *
     * @param cut where it stands
     */
    public void sending(Cut cut) {
        latest = Optional.of(cut);
    }

    /**
     * Tells how far the group has come.
     *
     * @return where the newest message stands; empty before the first
     */
    public Optional<Cut> latest() {
        return latest;
    }
}
