package io.hostpulse.broker.fanout;

import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.common.model.StreamName;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one client follows and how far it has come. Most clients want the present, and are told how much they missed. Whoever asked to
 * begin in the past is promised every record: it is exact, and leaves the live messages for a replay whenever one of them would
 * leave a gap. Belongs to the loop's thread, but for {@link #isTurn}.
 */
final class Following {

    private Group group;
    private boolean isLive;
    private boolean needsKey;
    private Cut known;
    private final AtomicLong turn = new AtomicLong();

    void begin(Group followed) {
        group = followed;
        isLive = true;
        known = null;
        missed();
        turn.incrementAndGet();
    }

    void end() {
        group = null;
        isLive = false;
        known = null;
        turn.incrementAndGet();
    }

    boolean isAny() {
        return group != null;
    }

    Group group() {
        return group;
    }

    boolean isLive() {
        return isLive;
    }

    /** The next message has to be a whole one: there is nothing, or something else, that a difference would be put into. */
    void missed() {
        needsKey = true;
        if (group.subscription().isDelta()) {
            group.wantKey();
        }
    }

    boolean needsKey() {
        return needsKey;
    }

    void sent(Cut cut) {
        needsKey = false;
        if (known != null) {
            known = cut;
        }
    }

    /** Leaves the live messages; what is returned says that this is still so. */
    long leaveLive() {
        isLive = false;
        return turn.incrementAndGet();
    }

    /** Any thread. */
    boolean isTurn(long asked) {
        return turn.get() == asked;
    }

    /** Comes back to the live messages, knowing everything up to a cut. */
    void goLive(Cut cut) {
        known = cut;
        isLive = true;
        missed();
    }

    boolean isExact() {
        return known != null;
    }

    Cursor cursor() {
        return known.cursor();
    }

    boolean isPast(Cut cut) {
        return known != null && cut.number() <= known.number();
    }

    boolean isFollowedBy(Cut cut) {
        return cut.isContinuous() && cut.number() == known.number() + 1;
    }

    /** Whoever is exact finds gaps in the queue itself. */
    boolean hearsOfGaps(StreamName stream) {
        return !isExact() && group.selection().includes(stream);
    }
}
