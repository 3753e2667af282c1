package io.hostpulse.broker.feed;

import io.hostpulse.broker.json.Delta;
import io.hostpulse.broker.json.JsonNode;
import io.hostpulse.broker.json.JsonScanner;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Cut;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Subscription;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Optional;

/** What one group was sent, and is to be sent next. Used by the feed's thread. */
final class GroupFeed {

    private final Group group;
    private final Subscription wanted;
    private final GroupComposer composer;
    private long lastTurn = Long.MIN_VALUE;
    private Optional<JsonNode.Members> before = Optional.empty();
    private int deltas;

    GroupFeed(Group group, GroupComposer composer) {
        this.group = group;
        this.wanted = group.subscription();
        this.composer = composer;
    }

    /** The next message, if it is time; the first one comes at once. */
    Optional<GroupMessage> compose(Moment moment) {
        long turn = Math.floorDiv(composer.tickNumber(moment), wanted.every());
        if (turn == lastTurn) {
            return Optional.empty();
        }
        lastTurn = turn;
        Moment part = composer.part(moment, group.selection());
        Cursor cursor = MessageComposer.cursor(part.streams());
        Cut cut = group.latest()
                .map(last -> last.followedBy(cursor, wanted.isSampledDown()))
                .orElseGet(() -> new Cut(1, false, cursor));
        ByteBuf full = composer.full(part, group.selection(), cursor);
        GroupMessage message = wanted.isDelta() ? withDelta(cut, full) : whole(cut, full);
        group.sending(cut);
        return Optional.of(message);
    }

    private GroupMessage whole(Cut cut, ByteBuf full) {
        return new GroupMessage(
                group, cut, Optional.of(composer.encode(full, group.isCompressing())), Optional.empty());
    }

    private GroupMessage withDelta(Cut cut, ByteBuf full) {
        JsonNode.Members now = JsonScanner.scan(ByteBufUtil.getBytes(full));
        Optional<JsonNode.Members> last = before;
        before = Optional.of(now);
        boolean isWanted = group.takeKeyWish();
        if (last.isEmpty() || ++deltas >= wanted.keyEvery()) {
            deltas = 0;
            return whole(cut, full);
        }
        Encoded delta = composer.encode(composer.delta(Delta.between(last.get(), now)), group.isCompressing());
        if (isWanted) {
            return new GroupMessage(
                    group, cut, Optional.of(composer.encode(full, group.isCompressing())), Optional.of(delta));
        }
        full.release();
        return new GroupMessage(group, cut, Optional.empty(), Optional.of(delta));
    }
}
